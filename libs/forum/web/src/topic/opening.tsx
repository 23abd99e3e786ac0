import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { AuthorLine } from '../authors/author-line';
import { MessageBody } from '../message/message-body';
import { Trace } from '../message/trace';
import { Moment } from '../moments/moment';

export const topicOpening = graphql(`
  fragment TopicOpening on Topic {
    id
    status
    body
    createdAt
    editedAt
    isMine
    author {
      name
      ...AuthorLine
    }
    official {
      name
    }
  }
`);

/** The message a topic begins with. */
export function Opening({ topic }: { readonly topic: FragmentType<typeof topicOpening> }) {
  const { status, body, isMine, author, official, createdAt, editedAt } = readFragment(topicOpening, topic);
  return (
    <section className="preau-opening" aria-labelledby="ouverture">
      <h2 id="ouverture" className="fr-sr-only">
        Message d’ouverture
      </h2>
      <div className="preau-message__head">
        {author || official ? (
          <p className="preau-message__author">
            <AuthorLine author={author ?? null} service={official?.name} />
          </p>
        ) : null}
        <p className="preau-message__facts">
          <Moment value={createdAt} />
          {editedAt ? (
            <span>
              modifié <Moment value={editedAt} />
            </span>
          ) : null}
        </p>
      </div>
      <Trace status={status} isMine={isMine} />
      {typeof body === 'string' ? <MessageBody body={body} under={2} /> : null}
    </section>
  );
}
