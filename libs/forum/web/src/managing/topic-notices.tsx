import { dayInParis } from '@preau/shared-domain';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDateTime, formatDay, formatTime } from '@preau/ui';
import { Link } from 'react-router';
import { goToMessage } from '../message/message-id';
import { messagePath } from '../paths';
import { useTopicContext } from '../topic/topic-context';
import { pauseInWords } from './pauses';

export const topicNotices = graphql(`
  fragment TopicNotices on Topic {
    id
    isLocked
    lockedAt
    lockReason
    slowSeconds
    mayWriteAt
    solvedPostId
  }
`);

/** What whoever reads a topic is told of how it is kept. */
export function TopicNotices({ topic }: { readonly topic: FragmentType<typeof topicNotices> }) {
  const { isLocked, lockedAt, lockReason, slowSeconds, mayWriteAt, solvedPostId } = readFragment(
    topicNotices,
    topic,
  );
  const { slug, topicId } = useTopicContext();
  return (
    <>
      {isLocked ? (
        <p className="preau-debate-notice">
          {`Ce sujet est fermé aux nouvelles réponses${lockedAt ? ` depuis le ${formatDay(lockedAt)}` : ''}. Il se lit, et ne s’écrit plus.`}
          {lockReason ? ` Raison donnée\u00a0: ${lockReason}` : ''}
        </p>
      ) : null}
      {slowSeconds > 0 && !isLocked ? (
        <p className="preau-debate-notice">
          {`Ce sujet est au ralenti\u00a0: chacun y écrit au plus un message en ${pauseInWords(slowSeconds)}.`}
          {mayWriteAt ? ` Vous pourrez y écrire de nouveau ${moment(mayWriteAt)}.` : ''}
        </p>
      ) : null}
      {solvedPostId ? (
        <p className="preau-debate-notice">
          Une réponse a été retenue pour ce sujet.{' '}
          <Link
            to={messagePath(slug, topicId, solvedPostId)}
            onClick={(event) => {
              if (goToMessage(solvedPostId)) event.preventDefault();
            }}
          >
            Lire la réponse retenue
          </Link>
        </p>
      ) : null}
    </>
  );
}

const moment = (at: string) =>
  dayInParis(new Date(at)) === dayInParis(new Date()) ? `à ${formatTime(at)}` : `le ${formatDateTime(at)}`;
