import texts from './content/pages.json' with { type: 'json' };

/** The pages of text, in the order of the site map. */
export const { pages } = texts;

/** Said in every footer; it changes with an audit, not with the code. */
export const ACCESSIBILITY_LEVEL = texts.placeholders.level;

export const titleOf = (slug: string) => pages.find((page) => page.slug === slug)?.title ?? slug;
