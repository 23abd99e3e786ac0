/** An entry of a feed: a message. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly author: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly html: string;
  readonly images: readonly AtomImage[];
}

export interface AtomImage {
  readonly url: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Where the feed itself is. */
  readonly self: string;
  /** The page it follows. */
  readonly url: string;
  readonly updatedAt: Date;
  readonly entries: readonly AtomEntry[];
}

/** What XML 1.0 cannot hold, however it is written: controls, halves of characters, two that are none. */
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of XML, in an element or in an attribute. */
export const xmlText = (text: string): string =>
  text.replace(ILLEGAL, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** A feed as Atom (RFC 4287). What messages say is HTML escaped as text: no element of theirs is one of the feed's. */
export const atomXml = (feed: AtomFeed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${xmlText(feed.id)}</id>
  <title>${xmlText(feed.title)}</title>
  <subtitle>${xmlText(feed.subtitle)}</subtitle>
  <updated>${feed.updatedAt.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(feed.url)}"/>
${feed.entries.map(entryXml).join('')}</feed>
`;

const entryXml = (entry: AtomEntry): string => `  <entry>
    <id>${xmlText(entry.id)}</id>
    <title>${xmlText(entry.title)}</title>
    <author><name>${xmlText(entry.author)}</name></author>
    <published>${entry.publishedAt.toISOString()}</published>
    <updated>${entry.updatedAt.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>
${entry.images.map(enclosureXml).join('')}    <content type="html">${xmlText(entry.html + entry.images.map(imageHtml).join(''))}</content>
  </entry>
`;

const enclosureXml = ({ url, alt }: AtomImage): string =>
  `    <link rel="enclosure" type="image/webp" href="${xmlText(url)}" title="${xmlText(alt)}"/>\n`;

/** Said and led to; what reads feeds fetches no image unasked. */
const imageHtml = ({ url, alt }: AtomImage): string =>
  `<p>Image\u00a0: <a href="${xmlText(url)}">${xmlText(alt)}</a></p>`;
