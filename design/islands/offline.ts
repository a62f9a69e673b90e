// Keeps the page that is shown when the network fails, where the portal serves one.
const worker = document.querySelector<HTMLElement>('[data-offline]')?.dataset['offline']

if (worker && 'serviceWorker' in navigator) navigator.serviceWorker.register(worker).catch(() => {})
