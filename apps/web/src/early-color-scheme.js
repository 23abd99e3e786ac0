/* global document, localStorage, matchMedia */
// Runs before anything is drawn, so that a dark page is never white first. The design system takes over from these attributes.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('scheme');
  } catch {
    // Storage is refused: the device decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-fr-scheme', chosen ?? 'system');
  document.documentElement.setAttribute('data-fr-theme', dark ? 'dark' : 'light');
})();
