import { GraphQLFailure } from '@preau/graphql';
import type { SearchKind, SearchRefusal, SynonymRefusal } from '@preau/search-domain';

export type KindName = Uppercase<SearchKind>;

/** One of them, and several. */
export const KIND_NAMES: Record<KindName, { readonly one: string; readonly many: string }> = {
  TOPIC: { one: 'Sujet', many: 'Sujets de débat' },
  POST: { one: 'Message', many: 'Messages' },
  RESOURCE: { one: 'Ressource', many: 'Ressources' },
  EVENT: { one: 'Rencontre', many: 'Rencontres' },
  SYNTHESIS: { one: 'Synthèse', many: 'Synthèses' },
  QUESTIONNAIRE_SECTION: { one: 'Questionnaire', many: 'Parties de questionnaires' },
};

export const isKindName = (text: string): text is KindName => Object.hasOwn(KIND_NAMES, text);

export const SEARCH_REFUSALS: Record<Uppercase<SearchRefusal>, string> = {
  QUERY_TOO_SHORT: 'Écrivez au moins deux lettres.',
  QUERY_TOO_LONG: 'Écrivez 200 signes au plus\u00a0: quelques mots suffisent.',
  NOTHING_TO_FIND: 'Écrivez au moins un mot qui dise ce que vous cherchez, en plus de ceux à écarter.',
};

export const SYNONYM_REFUSALS: Record<SynonymRefusal, (term: string) => string> = {
  TOO_FEW_TERMS: () => 'Termes\u00a0: écrivez-en au moins deux, un par ligne.',
  TOO_MANY_TERMS: () => 'Termes\u00a0: écrivez-en dix au plus.',
  TERM_TOO_SHORT: (term) => `«\u00a0${term}\u00a0»\u00a0: ce terme est trop court ou ne dit rien.`,
  TERM_TOO_LONG: (term) => `«\u00a0${term}\u00a0»\u00a0: 100 signes et douze mots au plus.`,
  TERM_TWICE: (term) => `«\u00a0${term}\u00a0»\u00a0: ce terme est déjà dans la liste.`,
  TERM_IN_ANOTHER_GROUP: (term) => `«\u00a0${term}\u00a0»\u00a0: ce terme est dans un autre groupe.`,
  UNKNOWN_GROUP: () => 'Ce groupe n’existe plus.',
};

export type RoundRefusal = 'UNDER_WAY' | 'NO_SOURCE' | 'OVER' | 'UNKNOWN_ROUND';

export const ROUND_REFUSALS: Record<RoundRefusal, string> = {
  UNDER_WAY: 'Un parcours de ces contenus est déjà en cours.',
  NO_SOURCE: 'Il n’y a pas encore de contenus de cette sorte.',
  OVER: 'Ce parcours était déjà terminé.',
  UNKNOWN_ROUND: 'Ce parcours n’existe plus.',
};

const FAILURES: Readonly<Record<string, string>> = {
  OFFLINE: 'La connexion au serveur ne répond pas. Vérifiez votre réseau, puis réessayez.',
  UNAUTHENTICATED: 'Votre session est terminée. Connectez-vous de nouveau pour continuer.',
};

/** The request itself failed: nothing was decided. */
export function failureSentence(error: unknown): string {
  const code = error instanceof GraphQLFailure ? error.code : '';
  return FAILURES[code] ?? 'Le site a rencontré une erreur. Réessayez dans un instant.';
}
