import { Button } from '@codegouvfr/react-dsfr/Button';
import { readFragment } from '@preau/graphql';
import { takeFocus } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { OWN_POST_REFUSALS } from '../messages';
import { useChangePost } from '../thread/use-change-post';
import { useTopicContext } from '../topic/topic-context';
import { FormRefusal } from '../writing/form-refusal';
import { deletePost, postChangeOutcome } from './operations';

interface DeleteConfirmationProps {
  readonly postId: string;
  readonly isTopic?: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks once before one’s words go for good. */
export function DeleteConfirmation({ postId, isTopic = false, onClose, onDone }: DeleteConfirmationProps) {
  const question = useId();
  const { say } = useTopicContext();
  const changePost = useChangePost();
  const [refusal, setRefusal] = useState<string | null>(null);
  const removal = useMutation({
    mutationFn: () => deletePost(postId),
    onSuccess: (fragment) => {
      const result = readFragment(postChangeOutcome, fragment);
      if (result.__typename === 'PostChangeRefused') {
        setRefusal(OWN_POST_REFUSALS[result.code]);
        return;
      }
      changePost(result.post);
      say('Votre message est supprimé.');
      onDone();
    },
  });
  return (
    <div ref={takeFocus} tabIndex={-1} role="group" aria-labelledby={question} className="preau-confirmation">
      <p id={question}>
        {isTopic
          ? 'Supprimer ce sujet\u00a0? Votre titre et votre texte disparaissent pour tout le monde, et plus personne ne peut répondre. Les réponses des autres restent.'
          : 'Supprimer ce message\u00a0? Vos mots disparaissent pour tout le monde. Une trace garde sa place, et les réponses restent.'}
      </p>
      <FormRefusal sentence={refusal} error={removal.error} />
      <div className="preau-form-buttons">
        <Button
          disabled={removal.isPending}
          onClick={() => {
            removal.mutate();
          }}
        >
          {removal.isPending ? 'Suppression…' : 'Supprimer définitivement'}
        </Button>
        <Button priority="secondary" onClick={onClose}>
          Garder
        </Button>
      </div>
    </div>
  );
}
