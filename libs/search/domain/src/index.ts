export {
  corrected,
  correctionOf,
  doubtfulWords,
  FEW_RESULTS,
  vocabularyOf,
  type KnownWord,
} from './correction.rules';
export { excerptOf, segmentsOf, type Segment } from './excerpt';
export {
  PARENT_KINDS,
  SEARCH_KINDS,
  SEARCH_ORDERS,
  SUGGESTED,
  TOTAL_CAP,
  type SearchKind,
  type SearchOrder,
} from './kinds';
export {
  parseQuery,
  QUERY_LENGTH,
  SEARCH_REFUSALS,
  soughtWords,
  type ParsedQuery,
  type SearchRefusal,
} from './query.rules';
export {
  keptTerms,
  SYNONYM_LENGTH,
  SYNONYM_REFUSALS,
  SYNONYM_TERMS,
  synonymFault,
  termKey,
  type SynonymFault,
  type SynonymRefusal,
} from './synonym.rules';
export {
  markedWords,
  significantWords,
  similarTsQuery,
  synonymGroups,
  tsQueryOf,
  type SynonymGroups,
} from './ts-query';
export { indexedText, wordsOf, type Word } from './words';
