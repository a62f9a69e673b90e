/** Where the person's choice of light or dark is kept, on their device only. Absent: the system's preference, by CSS alone. */
export const themeKey = 'sillage-theme'

/**
 * The only inline script of a page: it runs before the first paint, so that a chosen theme does not flash. Without it, or
 * without a choice, the stylesheet follows the system. Put it in `<head>` before the stylesheet, and its digest in
 * `script-src`.
 */
export const themeBoot =
  `try{var t=localStorage.getItem('${themeKey}');if(t==='dark'||t==='light'){var d=document.documentElement.dataset;` +
  'd.frTheme=t;d.frScheme=t}}catch(e){}'

/** For the policy: `script-src 'sha256-…'`. A test holds it to the script. */
export const themeBootSha256 = 'HGreo3CpZ0bwdoM7vn61ApDn7dcLR+tcBawna3L6Fjw='
