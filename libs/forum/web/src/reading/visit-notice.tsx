import { Link } from 'react-router';
import { goToMessage } from '../message/message-id';
import { messagePath } from '../paths';
import { newMessages } from './new-messages-words';
import type { Visit } from './use-visit';

interface VisitNoticeProps {
  readonly slug: string;
  readonly topicId: string;
  readonly visit: Visit | null;
}

/** How much is new since one last came, and the way there, however far it is. */
export function VisitNotice({ slug, topicId, visit }: VisitNoticeProps) {
  if (!visit?.firstNewId || visit.unread === 0) return null;
  const { firstNewId, unread } = visit;
  return (
    <p className="preau-debate-notice">
      {`${newMessages(unread)} depuis votre dernière visite. `}
      <Link
        to={messagePath(slug, topicId, firstNewId)}
        onClick={(event) => {
          if (goToMessage(firstNewId)) event.preventDefault();
        }}
      >
        Aller au premier nouveau message
      </Link>
    </p>
  );
}
