import { type ConsultationAction } from '@preau/consultation-web';
import { loadFollowButton } from '@preau/notifications-web';
import { lazy, Suspense } from 'react';
import { useSession } from './session';

const FollowButton = lazy(loadFollowButton);

/** Following a consultation: offered to whoever is signed in. */
export const FollowPlace: ConsultationAction = ({ consultationId }) =>
  useSession() ? (
    <Suspense fallback={null}>
      <FollowButton consultationId={consultationId} />
    </Suspense>
  ) : null;
