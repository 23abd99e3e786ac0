import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const ICON = /fr-icon-[a-z0-9-]+/g;
const ICON_RULE = /\.(fr-icon-[a-z0-9-]+):after,\.\1:before\{[^{}]*\}/g;
const RULE = /([^{}]+)\{[^{}]*\}/g;
const LOGO_PICTURE = /\.fr-logo[\w-]*::(?:before|after)/;
const FONT_FACE = /@font-face\s*\{[^{}]*\}/g;

/** Keeps the rules of the icons somebody shows; the whole sheet describes 1,900 of them. */
export function keepUsedIcons(css: string, used: ReadonlySet<string>): string {
  return css.replace(ICON_RULE, (rule, icon: string) => (used.has(icon) ? rule : ''));
}

/**
 * The Marianne typeface and the « bloc-marque » are reserved by law to the services of the State: without the right to them,
 * neither the fonts nor the pictures are even shipped. Our own typeface stack stands in their place.
 */
export function withoutStateIdentity(css: string): string {
  return css
    .replace(FONT_FACE, '')
    .replace(/font-family:\s*"?(?:Marianne|Spectral)"?,[^;}]*/g, 'font-family: var(--preau-font)')
    .replace(RULE, (rule, selector: string) => (LOGO_PICTURE.test(selector) ? '' : rule));
}

/** Browsers that read anything here read woff2. */
export function onlyWoff2(css: string): string {
  return css.replace(/,\s*url\("[^"]*\.woff"\)\s*format\("woff"\)/g, '');
}

interface Options {
  readonly workspace: string;
  /** Where icon names are looked for: our own code and the components of the design system. */
  readonly sources: readonly string[];
  readonly stateIdentity: boolean;
}

/** Prepares the style sheets of the design system: neutral unless told otherwise, and without what nobody shows. */
export function designSystemStyles({ workspace, sources, stateIdentity }: Options): Plugin {
  let used: Set<string> | undefined;
  const usedIcons = () =>
    (used ??= new Set(
      globSync(sources, { cwd: workspace }).flatMap(
        (file) => readFileSync(resolve(workspace, file), 'utf8').match(ICON) ?? [],
      ),
    ));
  return {
    name: 'preau-design-system-styles',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (file.endsWith('/react-dsfr/dsfr/utility/icons/icons.min.css')) {
        return { code: keepUsedIcons(code, usedIcons()), map: null };
      }
      if (!file.endsWith('/react-dsfr/dsfr/dsfr.css')) return null;
      return { code: stateIdentity ? onlyWoff2(code) : withoutStateIdentity(code), map: null };
    },
  };
}
