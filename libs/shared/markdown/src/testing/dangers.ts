/** What is needed of an element of a DOM, so that this compiles where there is none. */
export interface ElementLike {
  readonly tagName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENTS = new Set(
  'a b blockquote br code div em h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong ul'.split(' '),
);
const ATTRIBUTES = new Set(
  // The router marks its own links with `data-discover`.
  'alt aria-label cite class data-discover dir height href lang loading rel src start tabindex target title translate width'.split(
    ' ',
  ),
);
const LINK = /^(?:https?:\/\/[^/\\@]+(?:[/?#][^\\]*)?|mailto:[^?]+|\/(?![/\\])[^\\]*)$/i;
const IMAGE = /^\/(?![/\\])[^\\]*$/;

/**
 * What a text that was meant to be read has brought into a page: elements, attributes or addresses that no message can
 * need. `ownSite` is taken off addresses first. Empty when all is well.
 */
export function dangersIn(elements: Iterable<ElementLike>, ownSite = ''): string[] {
  return [...elements].flatMap(({ tagName, attributes }) => {
    const name = tagName.toLowerCase();
    if (!ELEMENTS.has(name)) return [`<${name}>`];
    return [...attributes].flatMap((attribute) => {
      const value = attribute.value.startsWith(`${ownSite}/`)
        ? attribute.value.slice(ownSite.length)
        : attribute.value;
      const isFine =
        ATTRIBUTES.has(attribute.name) &&
        (attribute.name !== 'href' || LINK.test(value)) &&
        (attribute.name !== 'src' || IMAGE.test(value));
      return isFine ? [] : [`<${name} ${attribute.name}="${attribute.value}">`];
    });
  });
}
