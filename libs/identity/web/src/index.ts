export type { AccountPlace } from './account/account-places';
export { RightsNotice, SessionWatch } from './everywhere';
export { identityRoutes } from './routes';
