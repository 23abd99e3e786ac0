export { deleteDocuments, putDocuments, type DocumentRef } from './documents/document.queries';
export { type SearchDocument } from './documents/search-document';
export {
  SearchIndex,
  type DocumentSource,
  type FoundKind,
  type FoundObject,
  type FoundRef,
} from './documents/search-index';
export { SearchApiModule } from './search-api.module';
export { countWords } from './vocabulary/vocabulary';
