// Once the page is up, its files are kept for the next time, network or not. Where there can be no service worker (a
// private window, plain http) the page works as well, but only with the network.
navigator.serviceWorker?.register('./sw.js').catch(() => {});
