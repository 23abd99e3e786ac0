/** Addresses of the debates of a consultation. */
export const debatesPath = (slug: string, theme?: string) =>
  `/concertations/${slug}/debats${theme ? `?theme=${encodeURIComponent(theme)}` : ''}`;
export const newTopicPath = (slug: string, theme?: string) =>
  `/concertations/${slug}/debats/nouveau${theme ? `?theme=${encodeURIComponent(theme)}` : ''}`;
/** What services of the institution wrote in these debates. */
export const officialPath = (slug: string, theme?: string) =>
  `/concertations/${slug}/debats/reponses-officielles${theme ? `?theme=${encodeURIComponent(theme)}` : ''}`;
export const topicPath = (slug: string, topicId: string) => `/concertations/${slug}/debats/${topicId}`;

/** Where a message stands in its topic. */
export const messagePath = (slug: string, topicId: string, postId: string) =>
  `${topicPath(slug, topicId)}/messages/${postId}`;

/** A message and what answers it, for itself: deep threads go on there. */
export const threadPath = (slug: string, topicId: string, postId: string) =>
  `${messagePath(slug, topicId, postId)}/fil`;

/** Where staff name the services of the institution. */
export const servicesPath = '/pilotage/services';

export const consultationPath = (slug: string) => `/concertations/${slug}`;
export const themePath = (slug: string, theme: string) => `/concertations/${slug}/themes/${theme}`;

/** To sign in, and come back to that address. */
export const signInPath = (back: string) => `/connexion?retour=${encodeURIComponent(back)}`;

/** Feeds, for readers of feeds. */
export const topicFeedPath = (slug: string, topicId: string) => `/feeds/${slug}/topics/${topicId}.atom`;
export const themeFeedPath = (slug: string, theme: string) => `/feeds/${slug}/themes/${theme}.atom`;
