import { Button } from '@codegouvfr/react-dsfr/Button';
import { takeFocus } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureSentence } from '../messages';
import { SynonymsForm } from './synonyms-form';
import { deleteSynonyms } from './synonyms-query';

interface SynonymGroupProps {
  readonly group: { readonly id: string; readonly terms: readonly string[] };
  readonly onChanged: (sentence: string) => void;
}

/** Terms that mean the same, and what can be done with them. */
export function SynonymGroup({ group: { id, terms }, onChanged }: SynonymGroupProps) {
  const [doing, setDoing] = useState<'editing' | 'deleting' | null>(null);
  const name = terms[0] ?? '';
  const stop = () => {
    setDoing(null);
  };
  const remove = useMutation({
    mutationFn: () => deleteSynonyms(id),
    onSuccess: () => {
      onChanged(`Groupe supprimé\u00a0: ${terms.join(' = ')}.`);
    },
  });
  return (
    <li>
      <p className="preau-synonyms__terms">
        <strong>{name}</strong>
        {terms.slice(1).map((term) => ` = ${term}`)}
      </p>
      {doing === 'editing' ? (
        <SynonymsForm
          id={id}
          terms={terms}
          onCancel={stop}
          onSaved={(kept) => {
            stop();
            onChanged(`Groupe enregistré\u00a0: ${kept.join(' = ')}.`);
          }}
        />
      ) : doing === 'deleting' ? (
        <div className="preau-synonyms__form">
          <p ref={takeFocus} tabIndex={-1}>
            Qui cherche l’un de ces termes ne trouvera plus les autres.
          </p>
          <div className="preau-synonyms__actions">
            <Button
              disabled={remove.isPending}
              onClick={() => {
                remove.mutate();
              }}
            >
              Supprimer ce groupe
            </Button>
            <Button priority="secondary" onClick={stop}>
              Annuler
            </Button>
          </div>
          <p role="alert">{remove.error ? failureSentence(remove.error) : ''}</p>
        </div>
      ) : (
        <div className="preau-synonyms__actions">
          <Button
            size="small"
            priority="tertiary"
            aria-label={`Modifier le groupe ${name}`}
            onClick={() => {
              setDoing('editing');
            }}
          >
            Modifier
          </Button>
          <Button
            size="small"
            priority="tertiary"
            aria-label={`Supprimer le groupe ${name}`}
            onClick={() => {
              setDoing('deleting');
            }}
          >
            Supprimer
          </Button>
        </div>
      )}
    </li>
  );
}
