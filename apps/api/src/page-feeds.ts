const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const TOPIC = new RegExp(
  `^/concertations/(${SLUG})/debats/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/messages/[0-9a-f-]{36}(?:/fil)?)?/?$`,
);
const THEME = new RegExp(`^/concertations/(${SLUG})/themes/(${SLUG})/?$`);
const DEBATES = new RegExp(`^/concertations/(${SLUG})/debats/?$`);

/** The feed of what a page shows, as its address says it; null for pages without one. Readers of feeds run no script. */
export function feedOf(path: string, theme: unknown): string | null {
  const [, topicOf, topicId] = TOPIC.exec(path) ?? [];
  if (topicOf && topicId) return `/feeds/${topicOf}/topics/${topicId}.atom`;
  const [, themeOf, slug] = THEME.exec(path) ?? [];
  if (themeOf && slug) return `/feeds/${themeOf}/themes/${slug}.atom`;
  const [, debatesOf] = DEBATES.exec(path) ?? [];
  if (!debatesOf || typeof theme !== 'string' || !new RegExp(`^${SLUG}$`).test(theme)) return null;
  return `/feeds/${debatesOf}/themes/${theme}.atom`;
}

/** The page with a feed named in its head. What is written there is letters, figures and hyphens: nothing to escape. */
export const withFeed = (page: string, feed: string): string =>
  page.replace(
    '</head>',
    `<link rel="alternate" type="application/atom+xml" href="${feed}" data-served-feed></head>`,
  );
