/** Light, dark, or whatever the device is: what the design system reads on the root of the page and keeps as `scheme`. */
export type Scheme = 'light' | 'dark' | 'system';

const deviceIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');
const root = () => document.documentElement;

export function currentScheme(): Scheme {
  const scheme = root().getAttribute('data-fr-scheme');
  return scheme === 'light' || scheme === 'dark' ? scheme : 'system';
}

/** Shows the site so, now and at the next visits from this browser. */
export function chooseScheme(scheme: Scheme): void {
  localStorage.setItem('scheme', scheme);
  root().setAttribute('data-fr-scheme', scheme);
  root().setAttribute('data-fr-theme', scheme === 'system' ? deviceTheme() : scheme);
}

/** Follows the device from light to dark while the page is open, unless one of them was chosen here. */
export function followDevice(): void {
  deviceIsDark().addEventListener('change', () => {
    if (currentScheme() === 'system') root().setAttribute('data-fr-theme', deviceTheme());
  });
}

const deviceTheme = () => (deviceIsDark().matches ? 'dark' : 'light');
