import '../forum.css';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { execute, graphql } from '@preau/graphql';
import { chooseTopic } from '../following/choose-topic';
import { TopicCard } from '../topics/topic-card';
import { MyList } from './my-list';

const followedQuery = graphql(`
  query MyFollowedTopics($first: Int!, $after: ID) {
    followedTopics(first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          title
          consultation {
            slug
          }
          ...TopicCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** /mon-espace/suivis: the topics I follow, and the way to follow them no longer. */
export function Component() {
  return (
    <MyList
      title="Mes sujets suivis"
      lead="Les nouveaux messages de ces sujets vous sont annoncés, sur le site et par courriel. Y écrire les fait suivre."
      listKey="followed-topics"
      load={async (variables, signal) => (await execute(followedQuery, variables, { signal })).followedTopics}
      keyOf={({ id }) => id}
      empty="Vous ne suivez aucun sujet. Le bouton « Suivre ce sujet » est en haut de chacun."
      render={(topic, { leave }) => (
        <div className="preau-mine__topic">
          <TopicCard consultation={topic.consultation.slug} topic={topic} as="h2" />
          <Button
            priority="tertiary"
            size="small"
            onClick={() => {
              leave(() => chooseTopic(topic.id, false), `Vous ne suivez plus «\u00a0${topic.title}\u00a0».`);
            }}
          >
            Ne plus suivre<span className="fr-sr-only">{` «\u00a0${topic.title}\u00a0»`}</span>
          </Button>
        </div>
      )}
    />
  );
}
