export type { SuggestionsPlace } from './new-topic/suggestions-place';
export { forumRoutes } from './routes';
export const loadThemeDebates = () => import('./topics/theme-debates');
