import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { execute, graphql } from '@preau/graphql';
import {
  KIND_NAMES,
  MAIL_FREQUENCIES,
  MAILS_PER_WEEK,
  type ChosenKind,
  type MailFrequency,
} from '@preau/notifications-domain';
import { ErrorSummary, StatusMessage } from '@preau/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { failureSentence, FREQUENCY_NAMES, KIND_HINTS, PREFERENCE_REFUSALS } from '../messages';

const saveMutation = graphql(`
  mutation SaveMailPreferences($input: SaveMailPreferencesInput!) {
    saveMailPreferences(input: $input) {
      __typename
      ... on MailPreferencesChosen {
        perWeek
      }
      ... on MailPreferencesRefused {
        code
      }
    }
  }
`);

interface KindPreference {
  readonly kind: ChosenKind;
  readonly frequency: MailFrequency;
}

interface MailPreferencesFormProps {
  readonly preferences: { readonly perWeek: number | null; readonly kinds: readonly KindPreference[] };
}

const LIMITS = Array.from({ length: MAILS_PER_WEEK.max }, (_, index) => index + MAILS_PER_WEEK.min);

export function MailPreferencesForm({ preferences }: MailPreferencesFormProps) {
  const queries = useQueryClient();
  const [kinds, setKinds] = useState(preferences.kinds);
  const [perWeek, setPerWeek] = useState(preferences.perWeek);
  const save = useMutation({
    mutationFn: async () =>
      (
        await execute(saveMutation, {
          input: { kinds: kinds.map(({ kind, frequency }) => ({ kind, frequency })), perWeek },
        })
      ).saveMailPreferences,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mail-preferences'] }),
  });
  const refusal =
    save.data?.__typename === 'MailPreferencesRefused' ? PREFERENCE_REFUSALS[save.data.code] : undefined;
  const isSaved = save.data?.__typename === 'MailPreferencesChosen';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="preau-mails" onSubmit={submit} noValidate>
      <ErrorSummary
        problems={refusal ? [{ fieldId: 'courriels-par-semaine', message: refusal }] : []}
        title="Un champ est à revoir"
      />
      {kinds.map(({ kind, frequency }) => (
        <Select
          key={kind}
          label={KIND_NAMES[kind]}
          hint={KIND_HINTS[kind]}
          nativeSelectProps={{
            value: frequency,
            onChange: ({ currentTarget }) => {
              const chosen = currentTarget.value as MailFrequency;
              setKinds(kinds.map((one) => (one.kind === kind ? { kind, frequency: chosen } : one)));
              save.reset();
            },
          }}
        >
          {MAIL_FREQUENCIES.map((one) => (
            <option key={one} value={one}>
              {FREQUENCY_NAMES[one]}
            </option>
          ))}
        </Select>
      ))}
      <Select
        label="Nombre de courriels par semaine, au plus"
        hint="Au-delà, les nouvelles attendent le courriel suivant. Les courriels sur la sûreté du compte ne comptent pas."
        state={refusal ? 'error' : 'default'}
        stateRelatedMessage={refusal}
        nativeSelectProps={{
          id: 'courriels-par-semaine',
          'aria-invalid': refusal !== undefined,
          value: perWeek === null ? '' : String(perWeek),
          onChange: ({ currentTarget }) => {
            setPerWeek(currentTarget.value === '' ? null : Number(currentTarget.value));
            save.reset();
          },
        }}
      >
        <option value="">Aucune limite</option>
        {LIMITS.map((limit) => (
          <option key={limit} value={limit}>
            {limit}
          </option>
        ))}
      </Select>
      <Button type="submit" disabled={save.isPending}>
        {save.isPending ? 'Enregistrement…' : 'Enregistrer'}
      </Button>
      <StatusMessage>{isSaved ? 'Vos choix sont enregistrés.' : ''}</StatusMessage>
      <p role="alert">{save.error ? failureSentence(save.error) : ''}</p>
    </form>
  );
}
