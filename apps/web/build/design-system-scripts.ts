import type { Plugin } from 'vite';

const OTHER_LANGUAGES = /^add\w+Translations\(\{[\s\S]*?^\}\);$/gm;

/** What the design system's start-up reads of its palette: the page's background, for the browser's own frame. */
const PAGE_BACKGROUND = `
const hex = (color) => ({ options: {}, decisions: { background: { default: { grey: { default: color } } } } });
const light = hex('#ffffff');
const dark = hex('#161616');
export const colors = { options: {}, decisions: {}, getHex: ({ isDark }) => (isDark ? dark : light) };
`;

/** The behaviours of every page but the first, in the order they must load. */
const EVERYWHERE = ['core/core', 'scheme/scheme', 'component/button/button'];

/** Components whose behaviour is fetched with them. */
const WITH_THE_COMPONENT: Readonly<Record<string, string>> = {
  Accordion: 'accordion',
  Breadcrumb: 'breadcrumb',
  Card: 'card',
  Checkbox: 'checkbox',
  'Display/Display': 'display',
  'Header/Header': 'header',
  'MainNavigation/MainNavigation': 'navigation',
  'Modal/Modal': 'modal',
  Range: 'range',
  SegmentedControl: 'segmented',
  SideMenu: 'sidemenu',
  Table: 'table',
  Tabs: 'tab',
  Tag: 'tag',
  Tile: 'tile',
  ToggleSwitch: 'toggle',
  Tooltip: 'tooltip',
  'blocks/PasswordInput': 'password',
};

/**
 * react-dsfr starts with the behaviours of every component of the design system, its whole palette in JavaScript and five
 * languages. The home page needs one colour of all this. The rest comes with the first other page (`wanted` is the module that
 * says when), and the behaviours of a component with the component.
 */
export function designSystemScripts(wanted: string): Plugin {
  return {
    name: 'preau-design-system-scripts',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/@codegouvfr\/react-dsfr\/[\w/.]+\.js$/ },
      handler(code, id) {
        const file = id.replace(/^.*\/react-dsfr\//, '').replace(/\.js$/, '');
        if (file === 'fr/colors') return { code: PAGE_BACKGROUND, map: null };
        if (file === 'dsfr/dsfr.module') {
          const loads = EVERYWHERE.map((name) => `await import('./${name}.module.js');`);
          return {
            code: [`import { behavioursWanted } from '${wanted}';`, 'await behavioursWanted;', ...loads].join(
              '\n',
            ),
            map: null,
          };
        }
        const name = WITH_THE_COMPONENT[file];
        const french = code.replace(OTHER_LANGUAGES, '');
        if (!name) return french === code ? null : { code: french, map: null };
        const behaviour = `@codegouvfr/react-dsfr/dsfr/component/${name}/${name}.module.js`;
        return {
          code: `import { prDsfrLoaded } from '@codegouvfr/react-dsfr/start';\n${french}\nvoid prDsfrLoaded.then(() => import('${behaviour}'));`,
          map: null,
        };
      },
    },
  };
}
