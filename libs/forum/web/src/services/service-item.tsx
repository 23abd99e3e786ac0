import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { readFragment } from '@preau/graphql';
import { formatDay, takeFocus } from '@preau/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MANAGING_REFUSALS } from '../messages';
import { FormRefusal } from '../writing/form-refusal';
import { ServiceForm } from './service-form';
import { endService, serviceOutcome } from './services-operations';

interface ServiceItemProps {
  readonly service: { readonly id: string; readonly name: string; readonly endedAt?: string | null };
  readonly onChanged: (sentence: string) => void;
}

const ACTION = { size: 'small', priority: 'tertiary' } as const;

/** A service, and what can be done with it. What has spoken is never deleted. */
export function ServiceItem({ service: { id, name, endedAt }, onChanged }: ServiceItemProps) {
  const [doing, setDoing] = useState<'renaming' | 'ending' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isEnded = Boolean(endedAt);
  const stop = () => {
    setDoing(null);
  };
  const end = useMutation({
    mutationFn: () => endService(id, !isEnded),
    onSuccess: (fragment) => {
      const result = readFragment(serviceOutcome, fragment);
      if (result.__typename === 'ManagingRefused') {
        setRefusal(MANAGING_REFUSALS[result.code]);
        return;
      }
      stop();
      onChanged(isEnded ? `${name} écrit de nouveau.` : `${name} n’écrit plus.`);
    },
  });
  return (
    <li className="preau-service">
      <p>
        <strong>{name}</strong>{' '}
        {endedAt ? (
          <Badge small noIcon as="span">
            {`N’écrit plus depuis le ${formatDay(endedAt)}`}
          </Badge>
        ) : null}
      </p>
      {doing === 'renaming' ? (
        <ServiceForm
          id={id}
          name={name}
          onCancel={stop}
          onSaved={(kept) => {
            stop();
            onChanged(`Service enregistré\u00a0: ${kept}.`);
          }}
        />
      ) : doing === 'ending' ? (
        <div ref={takeFocus} tabIndex={-1} role="group" aria-label={name} className="preau-confirmation">
          <p>
            {isEnded
              ? 'L’équipe pourra de nouveau répondre et conclure en son nom.'
              : 'Plus personne ne pourra répondre ni conclure en son nom. Ce qu’il a écrit reste, sous son nom.'}
          </p>
          <FormRefusal sentence={refusal} error={end.error} />
          <div className="preau-form-buttons">
            <Button
              disabled={end.isPending}
              onClick={() => {
                end.mutate();
              }}
            >
              {isEnded ? 'Reprendre ce service' : 'Mettre fin à ce service'}
            </Button>
            <Button priority="secondary" onClick={stop}>
              Annuler
            </Button>
          </div>
        </div>
      ) : (
        <div className="preau-form-buttons">
          <Button
            {...ACTION}
            aria-label={`Renommer ${name}`}
            onClick={() => {
              setDoing('renaming');
            }}
          >
            Renommer
          </Button>
          <Button
            {...ACTION}
            aria-label={isEnded ? `Reprendre ${name}` : `Mettre fin à ${name}`}
            onClick={() => {
              setDoing('ending');
            }}
          >
            {isEnded ? 'Reprendre' : 'Mettre fin'}
          </Button>
        </div>
      )}
    </li>
  );
}
