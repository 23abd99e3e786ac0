import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';

export const topicBadges = graphql(`
  fragment TopicBadges on Topic {
    status
    isPinned
    isLocked
    slowSeconds
    solvedPostId
    concludedAt
  }
`);

/** What is particular to a topic: nothing for most of them. */
export function TopicBadges({ topic }: { readonly topic: FragmentType<typeof topicBadges> }) {
  const { status, isPinned, isLocked, slowSeconds, solvedPostId, concludedAt } = readFragment(
    topicBadges,
    topic,
  );
  const badges = [
    status === 'HELD' && (['warning', 'En attente de relecture'] as const),
    isPinned && (['info', 'Épinglé'] as const),
    concludedAt && (['success', 'Synthèse publiée'] as const),
    solvedPostId && (['success', 'Réponse retenue'] as const),
    isLocked && (['new', 'Fermé aux réponses'] as const),
    slowSeconds > 0 && !isLocked && (['info', 'Au ralenti'] as const),
  ].filter((badge) => Array.isArray(badge));
  if (badges.length === 0) return null;
  return (
    <ul className="preau-badges">
      {badges.map(([severity, label]) => (
        <li key={label}>
          <Badge small noIcon as="span" severity={severity}>
            {label}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
