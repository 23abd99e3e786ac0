import { Button } from '@codegouvfr/react-dsfr/Button';
import { Failure, Loading } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useEscape } from '../message/use-escape';
import { Confirm } from '../managing/confirm';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { ConcludeForm } from './conclude-form';
import { concludeTopic, conclusionWriting } from './operations';
import type { Citing } from './use-citing';

interface ConcludeProps {
  readonly citing: Citing;
  readonly isPublished: boolean;
  /** Who concluded. */
  readonly service: string | null;
}

/** Where staff write the synthesis of a topic, change it and take it back. */
export function Conclude({ citing, isPublished, service }: ConcludeProps) {
  const { topicId } = useTopicContext();
  const { isOpen, setOpen, waiting, clear } = citing;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isAskedFor = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...topicKey(topicId), 'conclusion-draft'],
    queryFn: ({ signal }) => conclusionWriting(topicId, signal),
    enabled: isOpen,
    // What one is writing does not change under one’s hands.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const close = useCallback(() => {
    setOpen(false);
    setWithdrawing(false);
    opener.current?.focus();
  }, [setOpen]);
  const inside = useEscape<HTMLDivElement>(() => {
    if (isOpen || isWithdrawing) close();
  });
  return (
    <div ref={inside} className="preau-manage">
      <div className="preau-form-buttons">
        <Button
          ref={opener}
          priority="secondary"
          size="small"
          aria-expanded={isOpen}
          onClick={() => {
            isAskedFor.current = !isOpen;
            setWithdrawing(false);
            setOpen(!isOpen);
          }}
        >
          {isPublished ? 'Modifier la synthèse' : 'Écrire la synthèse'}
        </Button>
        {isPublished && service ? (
          <Button
            priority="secondary"
            size="small"
            aria-expanded={isWithdrawing}
            onClick={() => {
              setOpen(false);
              setWithdrawing(!isWithdrawing);
            }}
          >
            Retirer la synthèse
          </Button>
        ) : null}
      </div>
      {isWithdrawing && service ? (
        <Confirm
          button="Retirer"
          said="La synthèse est retirée."
          run={() => concludeTopic({ topicId, serviceId: service, conclusion: null, draftRevision: null })}
          onClose={close}
          onDone={close}
        >
          La synthèse ne s’affichera plus. Ses versions restent lisibles, avec le jour où elle a été retirée.
        </Confirm>
      ) : null}
      {isOpen && error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {isOpen && !data && !error ? <Loading label="Chargement du brouillon…" /> : null}
      {isOpen && data ? (
        <ConcludeForm
          key={`${data.revision} ${data.savedAt ?? ''}`}
          writing={data}
          waiting={waiting}
          onCited={clear}
          isAskedFor={isAskedFor}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
