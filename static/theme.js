// Sets the theme before the first paint; a file of its own, since the page's policy allows no inline script.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('cadenza.theme');
  } catch {
    // Storage may be forbidden; the system's choice holds then.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
