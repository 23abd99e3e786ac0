import { Button } from '@codegouvfr/react-dsfr/Button';
import { ofName } from '../message/post-fields';
import { MANAGING_REFUSALS } from '../messages';
import { useTopicContext } from '../topic/topic-context';
import { markSolved } from './operations';
import { useManaging } from './use-managing';

interface SolveButtonProps {
  readonly postId: string;
  readonly name: string;
}

/** Says which reply answers the topic, or no longer does; for its author and those who keep it. */
export function SolveButton({ postId, name }: SolveButtonProps) {
  const { topicId, solvedPostId, canMarkSolved } = useTopicContext();
  const { start, fault, isDoing, error } = useManaging(() => undefined);
  if (!canMarkSolved || postId === topicId) return null;
  const isSolved = solvedPostId === postId;
  const refusal = fault ? MANAGING_REFUSALS[fault.code] : error ? 'Cela n’a pas pu être enregistré.' : '';
  return (
    <>
      <Button
        priority="tertiary no outline"
        size="small"
        disabled={isDoing}
        onClick={() => {
          start({
            run: () => markSolved(topicId, isSolved ? null : postId),
            said: isSolved ? 'Cette réponse n’est plus retenue.' : 'La réponse est retenue pour ce sujet.',
          });
        }}
      >
        {isSolved ? 'Ne plus retenir cette réponse' : 'Retenir cette réponse'}
        <span className="fr-sr-only">{` ${ofName(name)}`}</span>
      </Button>
      {refusal ? <p role="alert">{refusal}</p> : null}
    </>
  );
}
