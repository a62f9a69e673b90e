// React Router wants one; it is never sent: build.ts removes what it makes.
document.documentElement.dataset['unused'] = ''
