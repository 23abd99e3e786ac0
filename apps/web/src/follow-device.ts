/** Follows the device from light to dark while the page is open, unless the reader has chosen one of them here. */
export function followDevice(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => {
    const root = document.documentElement;
    if (root.getAttribute('data-fr-scheme') === 'system') {
      root.setAttribute('data-fr-theme', dark.matches ? 'dark' : 'light');
    }
  });
}
