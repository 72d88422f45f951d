// before the first paint, so that a dark room is not lit up
const chosen = localStorage.getItem('calcigraph-theme')
if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
