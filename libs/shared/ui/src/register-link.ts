import type {} from '@codegouvfr/react-dsfr/spa';
import type { Link } from 'react-router';

declare module '@codegouvfr/react-dsfr/spa' {
  /** react-dsfr's `linkProps` take what the router's link takes: `{ to: '/…' }`. */
  interface RegisterLink {
    Link: typeof Link;
  }
}
