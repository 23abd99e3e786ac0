/** Addresses within a consultation. Those of a questionnaire are answered by another domain. */
export const consultationPath = (slug: string) => `/concertations/${slug}`;
export const themePath = (slug: string, theme: string) => `/concertations/${slug}/themes/${theme}`;
export const questionnairePath = (slug: string, questionnaire: string) =>
  `/concertations/${slug}/questionnaires/${questionnaire}`;

/** The public figures of a questionnaire, opened on one theme when there is one. */
export const resultsPath = (slug: string, questionnaire: string, theme?: string) =>
  `${questionnairePath(slug, questionnaire)}/resultats${theme ? `?theme=${encodeURIComponent(theme)}` : ''}`;
