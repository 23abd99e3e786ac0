import { lazy } from 'react';

/** What the shell shows around every page, to people who are signed in only: fetched when somebody is. */
export const SessionWatch = lazy(() => import('./session-end/session-watch'));
export const RightsNotice = lazy(() => import('./security/rights-notice'));
