export { routes } from './routes';
export { SearchField } from './searching/search-field';
export type { SuggestionsProps } from './suggestions/suggestions';
export const loadSuggestions = () => import('./suggestions/suggestions');
