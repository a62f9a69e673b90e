/**
 * Colours of the neutral theme: sea ink and sea green on paper, with the orange of a buoy. Keys are the State design system's
 * raw colours under neutral names, so that its semantic names and components follow; the build fails when one of them has no
 * colour here, and `contrast.test.ts` measures every pair that the kit puts together.
 */
export interface Tint { light: string, dark: string }

const tint = (light: string, dark: string): Tint => ({ light, dark })

export const palette: Record<string, Tint> = {
  // Surfaces: the page, what lies under it, what a field is cut into, what is raised above it.
  'grey-1000-50': tint('#fdfcf9', '#0d1a1d'),
  'grey-1000-50-hover': tint('#f3f1ea', '#1d3035'),
  'grey-1000-50-active': tint('#e9e6dc', '#284045'),
  'grey-975-75': tint('#f4f2eb', '#112125'),
  'grey-975-75-hover': tint('#e8e5da', '#20353a'),
  'grey-975-75-active': tint('#dedacd', '#2b454b'),
  'grey-950-100': tint('#eeebe2', '#1a2d32'),
  'grey-950-100-hover': tint('#e0dccf', '#294147'),
  'grey-950-100-active': tint('#d5d0c1', '#345158'),
  'grey-1000-75': tint('#ffffff', '#132428'),
  'grey-1000-75-hover': tint('#f5f3ed', '#21373c'),
  'grey-1000-75-active': tint('#ebe8df', '#2c474d'),
  'grey-1000-100': tint('#ffffff', '#182b30'),
  'grey-1000-100-hover': tint('#f5f3ed', '#263e44'),
  'grey-1000-100-active': tint('#ebe8df', '#314e55'),
  'grey-925-125': tint('#e4e1d6', '#22363b'),
  'grey-900-175': tint('#d9d6ca', '#2d4449'),
  // Ink.
  'grey-50-1000': tint('#0c2429', '#f1f7f5'),
  'grey-200-850': tint('#26393d', '#d0dddb'),
  'grey-425-625': tint('#4f6165', '#a3b5b5'),
  'grey-625-425': tint('#748387', '#7b9092'),
  // Sea green: what can be acted upon.
  'sea-975-75': tint('#f0f7f6', '#10292c'),
  'sea-950-100': tint('#dcedea', '#153538'),
  'sea-925-125': tint('#d0e6e2', '#1b4145'),
  'sea-925-125-hover': tint('#b7d8d3', '#27565b'),
  'sea-925-125-active': tint('#a4ccc6', '#31676c'),
  'sea-sun-113-625': tint('#0a5558', '#7fd3c8'),
  'sea-sun-113-625-hover': tint('#0d6d70', '#a3e2d9'),
  'sea-sun-113-625-active': tint('#107b7f', '#bdece5'),
  'sea-975-sun-113': tint('#f2fbfa', '#06292b'),
  // States.
  'info-950-100': tint('#e3eefa', '#15304c'),
  'info-950-100-hover': tint('#c9ddf4', '#214468'),
  'info-950-100-active': tint('#b5d0ef', '#2a537e'),
  'info-425-625': tint('#1d5a9e', '#93c1f6'),
  'success-950-100': tint('#dcf2e2', '#123625'),
  'success-950-100-hover': tint('#bfe5ca', '#1b4d35'),
  'success-950-100-active': tint('#a9dab8', '#235f42'),
  'success-425-625': tint('#1b6638', '#83d69f'),
  'warning-950-100': tint('#fceadb', '#40280f'),
  'warning-950-100-hover': tint('#f7d6bb', '#583817'),
  'warning-950-100-active': tint('#f2c6a2', '#6a451e'),
  'warning-425-625': tint('#944600', '#f6b57b'),
  'error-950-100': tint('#fde8e5', '#46211e'),
  'error-950-100-hover': tint('#f9d0ca', '#5f2f2a'),
  'error-950-100-active': tint('#f5bdb5', '#723a34'),
  'error-425-625': tint('#b0271d', '#ffa296'),
  // Sand: what is new, what deserves a look.
  'sand-975-75': tint('#fef6e8', '#2a2212'),
  'sand-950-100': tint('#fbe8cb', '#3e2f14'),
  'sand-950-100-hover': tint('#f4d5a6', '#54411e'),
  'sand-950-100-active': tint('#eec78b', '#654f27'),
  'sand-sun-348-moon-860': tint('#66430f', '#f3d093'),
  'shadow-color': tint('rgba(12, 36, 41, 0.14)', 'rgba(0, 0, 0, 0.4)'),
}

/** Colours that the State design system has no word for. The kit reads them as `--accent` and `--focus`. */
export const ownColours: Record<string, Tint> = {
  accent: tint('#b9481a', '#ff9f6b'),
  focus: tint('#b9481a', '#ffb98f'),
}
