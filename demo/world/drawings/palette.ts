export interface Palette {
  sky: string
  hill: string
  ground: string
  ink: string
  main: string
  second: string
  accent: string
  paper: string
}

export const palettes: readonly Palette[] = [
  // river morning
  { sky: '#dcecf2', hill: '#c3dfe8', ground: '#9cc9d3', ink: '#1f3b4d', main: '#2f7f93', second: '#f2a65a', accent: '#e4572e',
    paper: '#fffaf2' },
  // orchard
  { sky: '#e7f0db', hill: '#d3e4bf', ground: '#a9c98a', ink: '#26402c', main: '#4b8b57', second: '#f0c24b', accent: '#d8573f',
    paper: '#fffdf5' },
  // terracotta
  { sky: '#f9e6d8', hill: '#f3d3bd', ground: '#e2a988', ink: '#4a2a2a', main: '#c9603f', second: '#3f7f86', accent: '#f2b134',
    paper: '#fffaf4' },
  // heather
  { sky: '#ebe4f3', hill: '#dacfe9', ground: '#b6a3d0', ink: '#33264d', main: '#6d52a3', second: '#ef8a72', accent: '#2fa093',
    paper: '#fdfbff' },
  // wheat
  { sky: '#fbf0cf', hill: '#f6e2a9', ground: '#dfc073', ink: '#40351c', main: '#34609a', second: '#e07a5f', accent: '#2a9d8f',
    paper: '#fffdf6' },
  // dusk
  { sky: '#4d6a99', hill: '#5f7dac', ground: '#3b5480', ink: '#141d36', main: '#5aa9c9', second: '#f6b26b', accent: '#ee6c5d',
    paper: '#f7f4ec' },
]
