import '../notifications.css';
import { formatNumber } from '@preau/ui';
import { Link } from 'react-router';
import { useUnread } from './unread';

/** The way to my notifications, in the header of every page: how many are left to read is part of its name. */
export default function UnreadLink() {
  const unread = useUnread() ?? 0;
  return (
    <Link
      to="/mon-espace/notifications"
      className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left fr-icon-notification-3-line"
    >
      {unread === 0 ? (
        'Notifications'
      ) : (
        <>
          <span className="preau-unread">{formatNumber(unread)}</span>
          {unread === 1 ? ' notification' : ' notifications'}
          <span className="fr-sr-only">{unread === 1 ? ' non lue' : ' non lues'}</span>
        </>
      )}
    </Link>
  );
}
