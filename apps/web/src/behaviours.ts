/**
 * The scripts of the design system (disclosures, tabs, modal windows) are not needed by the home page, which is what most
 * visitors open first, often on a phone: they are fetched with the first other page. `build/design-system-scripts.ts` makes
 * the library wait for this promise.
 */
let want: () => void = () => undefined;

export const behavioursWanted = new Promise<void>((resolve) => {
  want = resolve;
});

export function wantBehaviours(): void {
  want();
}
