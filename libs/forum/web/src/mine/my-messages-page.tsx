import '../forum.css';
import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { execute, graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDateTime, plural, unbroken } from '@preau/ui';
import { Link } from 'react-router';
import { messagePath, topicPath } from '../paths';
import { MINE_STATUS } from './messages';
import { MyList } from './my-list';

const myPostsQuery = graphql(`
  query MyPosts($first: Int!, $after: ID) {
    myPosts(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...MyPost
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const myPost = graphql(`
  fragment MyPost on Post {
    id
    topicId
    depth
    status
    excerpt
    createdAt
    supports
    replyCount
    topic {
      title
      consultation {
        slug
      }
    }
  }
`);

/** /mon-espace/messages: what I wrote, and what became of it. */
export function Component() {
  return (
    <MyList
      title="Mes messages"
      lead="Tout ce que vous avez écrit dans les débats, le plus récent d’abord, avec ce qu’il en est."
      listKey="my-posts"
      load={async (variables, signal) => (await execute(myPostsQuery, variables, { signal })).myPosts}
      keyOf={({ id }) => id}
      empty="Vous n’avez encore rien écrit dans les débats."
      render={(post) => <MyMessage post={post} />}
    />
  );
}

function MyMessage({ post }: { readonly post: FragmentType<typeof myPost> }) {
  const { id, topicId, depth, status, excerpt, createdAt, supports, replyCount, topic } = readFragment(
    myPost,
    post,
  );
  const isOpening = depth === 0;
  const said = MINE_STATUS[status];
  const title = topic?.title ? unbroken(`«\u00a0${topic.title}\u00a0»`) : 'un sujet qui n’est plus là';
  const name = isOpening ? `Sujet ouvert\u00a0: ${title}` : `Réponse dans ${title}`;
  return (
    <article className="preau-mine">
      <h2 className="preau-mine__title">
        {topic ? (
          <Link
            to={
              isOpening
                ? topicPath(topic.consultation.slug, topicId)
                : messagePath(topic.consultation.slug, topicId, id)
            }
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </h2>
      {excerpt ? <p className="preau-mine__words">{excerpt}</p> : null}
      <p className="preau-mine__facts">
        {said ? (
          <Badge small noIcon as="span" severity="warning">
            {said}
          </Badge>
        ) : null}
        <time dateTime={createdAt}>{formatDateTime(createdAt)}</time>
        {isOpening ? null : <span>{plural(replyCount, 'réponse', 'réponses')}</span>}
        <span>{plural(supports, 'soutien', 'soutiens')}</span>
      </p>
    </article>
  );
}
