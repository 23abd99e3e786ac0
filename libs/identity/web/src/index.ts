export type { AccountPlace } from './account/account-places';
export { identityRoutes } from './routes';
