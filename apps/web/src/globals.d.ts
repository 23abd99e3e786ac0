/** True when built by a service of the State, with the right to its identity (`STATE_INSTANCE=true`). */
declare const STATE_IDENTITY: boolean;

declare module '*.md' {
  const tree: import('./prose-tree').Block[];
  export default tree;
}

declare module 'preau:processings' {
  /** The register of processings (`migrations/data/processings.json`). */
  export const processings: readonly {
    readonly code: string;
    readonly title: string;
    readonly purpose: string;
    readonly bases: readonly { readonly article: string; readonly text: string }[];
    readonly people: string;
    readonly data: readonly string[];
    readonly recipients: readonly string[];
    readonly retention: string;
    readonly transfers: string;
    readonly safeguards: readonly string[];
    readonly opposition: { readonly possible: boolean; readonly text: string };
  }[];
}
