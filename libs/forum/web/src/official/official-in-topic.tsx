import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { plural } from '@preau/ui';
import { Link } from 'react-router';
import { goToMessage } from '../message/message-id';
import { Moment } from '../moments/moment';
import { messagePath, officialPath } from '../paths';
import { useTopicContext } from '../topic/topic-context';

export const officialInTopic = graphql(`
  fragment OfficialInTopic on Topic {
    theme {
      slug
    }
    officialPosts(first: $official) {
      totalCount
      edges {
        node {
          id
          createdAt
          official {
            name
          }
        }
      }
    }
  }
`);

/** Where the institution has answered in a topic, for whoever comes for that. */
export function OfficialInTopic({ topic }: { readonly topic: FragmentType<typeof officialInTopic> }) {
  const { officialPosts, theme } = readFragment(officialInTopic, topic);
  const { slug, topicId } = useTopicContext();
  const posts = officialPosts.edges.map(({ node }) => node);
  const total = officialPosts.totalCount ?? posts.length;
  if (posts.length === 0) return null;
  return (
    <nav className="preau-official-in-topic" aria-labelledby="officielles">
      <p id="officielles">
        <strong>
          {plural(total, 'réponse du ministère dans ce sujet', 'réponses du ministère dans ce sujet')}
        </strong>
      </p>
      <ul>
        {posts.map(({ id, createdAt, official }) => (
          <li key={id}>
            <Link
              to={messagePath(slug, topicId, id)}
              onClick={(event) => {
                // On the page already, it is gone to; else it is opened where it stands.
                if (goToMessage(id)) event.preventDefault();
              }}
            >
              {official?.name ?? 'Réponse officielle'}, <Moment value={createdAt} />
            </Link>
          </li>
        ))}
        {total > posts.length ? (
          <li>
            <Link to={officialPath(slug, theme.slug)}>
              {plural(total - posts.length, 'autre', 'autres')}, dans les réponses du ministère
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
