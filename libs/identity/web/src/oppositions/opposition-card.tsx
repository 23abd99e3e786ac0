import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { AnswerForm } from './answer-form';
import { STATES } from './messages';

const oppositionCardFragment = graphql(`
  fragment OppositionCard on Opposition {
    id
    person
    reason
    state
    createdAt
    answeredAt
    answer
    processing {
      code
      title
    }
  }
`);

interface OppositionCardProps {
  readonly opposition: FragmentType<typeof oppositionCardFragment>;
  readonly onAnswered: () => void;
}

export function OppositionCard({ opposition, onAnswered }: OppositionCardProps) {
  const { id, person, reason, state, createdAt, answeredAt, answer, processing } = readFragment(
    oppositionCardFragment,
    opposition,
  );
  return (
    <article aria-labelledby={`opposition-${id}`}>
      <h2 id={`opposition-${id}`}>
        {person}&nbsp;: {processing?.title ?? 'un usage qui n’est plus au registre'}
      </h2>
      <p className="fr-text--sm">
        Reçue le {formatDay(new Date(createdAt))}. {STATES[state]}
        {answeredAt ? ` le ${formatDay(new Date(answeredAt))}` : ''}.
      </p>
      <blockquote>{reason}</blockquote>
      {answer ? <p>Réponse&nbsp;: {answer}</p> : null}
      {state === 'OPEN' ? <AnswerForm id={id} person={person} onAnswered={onAnswered} /> : null}
    </article>
  );
}
