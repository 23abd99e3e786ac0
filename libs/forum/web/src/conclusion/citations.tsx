import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { Link } from 'react-router';
import { authorKind } from '../authors/author-kind';
import { goToMessage } from '../message/message-id';
import { Trace } from '../message/trace';
import { Moment } from '../moments/moment';
import { messagePath, topicPath } from '../paths';
import { useTopicContext } from '../topic/topic-context';

export const citationFields = graphql(`
  fragment CitationFields on Citation {
    number
    postId
    post {
      id
      status
      createdAt
      excerpt(length: 200)
      author {
        kind
        isVerifiedTeacher
      }
      official {
        name
      }
    }
  }
`);

type CitationFragment = FragmentType<typeof citationFields>;

export interface CitationsProps {
  readonly citations: readonly CitationFragment[];
  /** What the ids of the notes begin with. */
  readonly notes: string;
}

/** The messages that a synthesis cites: as what their authors take part, when, and how they begin. */
export function Citations({ citations, notes }: CitationsProps) {
  if (citations.length === 0) return null;
  return (
    <>
      <h3 className="preau-citations__title">Messages cités</h3>
      <ol className="preau-citations">
        {citations.map((citation) => {
          const { number, postId } = readFragment(citationFields, citation);
          return (
            <li key={postId} id={`${notes}-${number}`} tabIndex={-1} value={number}>
              <CitedMessage citation={citation} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function CitedMessage({ citation }: { readonly citation: CitationFragment }) {
  const { number, postId, post } = readFragment(citationFields, citation);
  const { slug, topicId } = useTopicContext();
  if (!post || post.status !== 'PUBLISHED')
    return post ? (
      <Trace status={post.status} isMine={false} />
    ) : (
      <p className="preau-message__trace">Ce message ne peut plus être lu.</p>
    );
  const who =
    post.official?.name ?? (post.author && authorKind(post.author)) ?? 'Participant ou participante';
  return (
    <>
      <p>{`«\u00a0${post.excerpt ?? ''}\u00a0»`}</p>
      <p className="preau-message__facts">
        <span>{who}</span>
        <Moment value={post.createdAt} />
        <Link
          to={postId === topicId ? topicPath(slug, topicId) : messagePath(slug, topicId, postId)}
          onClick={(event) => {
            // On the page already, it is gone to; else it is opened where it stands.
            if (goToMessage(postId)) event.preventDefault();
          }}
        >
          Lire le message<span className="fr-sr-only">{` cité en ${number}`}</span>
        </Link>
      </p>
    </>
  );
}
