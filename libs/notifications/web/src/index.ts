export { routes } from './routes';
export const loadFollowButton = () => import('./follow/follow-button');
export const loadUnreadLink = () => import('./notices/unread-link');
