// Tells the server that the page was read, apart from the page itself, which may be kept and served to many.
const seen = document.querySelector<HTMLElement>('[data-seen]')?.dataset['seen']

if (seen) navigator.sendBeacon(seen)
