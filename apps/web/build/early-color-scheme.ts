import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts a small script first: the page is dark from its first picture, never white and then dark. */
export function earlyColorScheme(script: string): Plugin {
  return {
    name: 'preau-early-color-scheme',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: 'early-color-scheme.js',
        source: readFileSync(script),
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => name.includes('early-color-scheme'));
        return file ? [{ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' }] : [];
      },
    },
  };
}
