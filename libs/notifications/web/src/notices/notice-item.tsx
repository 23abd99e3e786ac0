import { Button } from '@codegouvfr/react-dsfr/Button';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { notificationSentence } from '@preau/notifications-domain';
import { formatDateTime } from '@preau/ui';
import { Link } from 'react-router';

export const noticeItem = graphql(`
  fragment NoticeItem on Notification {
    id
    event
    subject
    path
    createdAt
    readAt
  }
`);

interface NoticeItemProps {
  readonly notice: FragmentType<typeof noticeItem>;
  readonly onRead: (id: string) => void;
}

/** One thing I was told: a link to it, when, and whether I have read it. */
export function NoticeItem({ notice, onRead }: NoticeItemProps) {
  const { id, event, subject, path, createdAt, readAt } = readFragment(noticeItem, notice);
  const sentence = notificationSentence(event, subject);
  const isUnread = readAt === null;
  return (
    <li data-unread={isUnread}>
      <p>
        {isUnread ? <span className="fr-sr-only">Non lue. </span> : null}
        <Link
          to={path}
          onClick={() => {
            if (isUnread) onRead(id);
          }}
        >
          {sentence}
        </Link>
        <time dateTime={createdAt}>{formatDateTime(createdAt)}</time>
      </p>
      {isUnread ? (
        <Button
          size="small"
          priority="tertiary"
          aria-label={`Marquer comme lue\u00a0: ${sentence}`}
          onClick={() => {
            onRead(id);
          }}
        >
          Marquer comme lue
        </Button>
      ) : null}
    </li>
  );
}
