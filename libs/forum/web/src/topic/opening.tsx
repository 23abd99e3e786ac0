import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { AuthorLine } from '../authors/author-line';
import { messageId } from '../message/message-id';
import { MessageWords } from '../message/message-words';
import { nameOf } from '../message/post-fields';
import { Trace } from '../message/trace';
import { Folded } from '../muting/folded';
import { Moment } from '../moments/moment';
import { CitedLink } from '../conclusion/cited-link';
import { topicPath } from '../paths';
import { useSeen } from '../reading/use-seen';
import { useTopicContext } from './topic-context';

export const topicOpening = graphql(`
  fragment TopicOpening on Topic {
    id
    title
    status
    body
    createdAt
    editedAt
    revisionCount
    supports
    isSupported
    isMine
    isMuted
    images {
      id
      alt
      width
      height
      isHeld
    }
    author {
      id
      name
      kind
      isVerifiedTeacher
    }
    official {
      id
      name
    }
    viewerCan {
      reply
      edit
      delete
      support
    }
  }
`);

/** The message a topic begins with. */
export function Opening({ topic }: { readonly topic: FragmentType<typeof topicOpening> }) {
  const post = readFragment(topicOpening, topic);
  const { slug, cited } = useTopicContext();
  const heading = useSeen<HTMLHeadingElement>(post.id, post.createdAt);
  const { id, title, status, body, isMine, isMuted, author, official, createdAt, editedAt } = post;
  const name = nameOf({ author: author ?? null, official: official ?? null });
  const words =
    typeof body === 'string' ? (
      <MessageWords
        post={{ ...post, body, title, topicId: id, isProposition: false }}
        name={name}
        path={topicPath(slug, id)}
        under={2}
      />
    ) : null;
  return (
    <section id={messageId(id)} className="preau-opening" aria-labelledby="ouverture">
      <h2 ref={heading} id="ouverture" className="fr-sr-only" tabIndex={-1} data-message={id}>
        Message d’ouverture
      </h2>
      <div className="preau-message__head">
        {author || official ? (
          <p className="preau-message__author">
            <AuthorLine author={author ?? null} service={official?.name} isTopic />
          </p>
        ) : null}
        <p className="preau-message__facts">
          <Moment value={createdAt} />
          {editedAt ? (
            <span>
              modifié <Moment value={editedAt} />
            </span>
          ) : null}
          {cited.has(id) ? <CitedLink /> : null}
        </p>
      </div>
      <Trace status={status} isMine={isMine} />
      {words && isMuted && !official ? <Folded name={name}>{words}</Folded> : words}
    </section>
  );
}
