import { useEffect } from 'react';

interface FeedLinkProps {
  /** From the site’s root. */
  readonly href: string;
  /** What the feed is called, among those of a page. */
  readonly title: string;
}

/** A feed of what the page shows: named in its head, where readers of feeds look, and led to by a link. */
export function FeedLink({ href, title }: FeedLinkProps) {
  useEffect(() => {
    // Those the page was served with: from here on they follow what is shown.
    for (const served of document.head.querySelectorAll('link[data-served-feed]')) served.remove();
  }, []);
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={href} />
      <a className="preau-feed fr-link fr-link--sm fr-link--icon-left fr-icon-rss-fill" href={href}>
        Flux Atom<span className="fr-sr-only">{` (${title})`}</span>
      </a>
    </>
  );
}
