export { forumRoutes } from './routes';
export const loadThemeDebates = () => import('./topics/theme-debates');
