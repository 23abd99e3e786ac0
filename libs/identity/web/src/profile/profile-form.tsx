import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { readFragment } from '@preau/graphql';
import { type ProfileFault } from '@preau/identity-domain';
import { AcademieSelect, ErrorSummary, StatusMessage } from '@preau/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useKeptState } from '../account/use-kept-state';
import { failureSentence } from '../messages';
import { DECLARED_ROLE_NAMES } from '../messages';
import { PROFILE_FAULTS, PROFILE_SUSPENDED } from './messages';
import { profileFragment, saveProfile, type ProfileFields } from './save-profile';

interface ProfileFormProps {
  readonly accountId: string;
  readonly profile: ProfileFields & { readonly isMinor: boolean };
}

const NO_PROBLEMS: readonly { field: ProfileFault['field']; message: string }[] = [];

export function ProfileForm({ accountId, profile }: ProfileFormProps) {
  const { displayName, isPseudonym, isMinor } = profile;
  const [typed, change, forget] = useKeptState(`preau.profil.${accountId}`, {
    displayName,
    isPseudonym,
    declaredRole: profile.declaredRole ?? '',
    academie: profile.academie ?? '',
  });
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: saveProfile,
    onSuccess: async (result) => {
      if (result.__typename === 'ProfileRefused') {
        setProblems(
          result.faults.map(({ field, code }) => ({
            field: field as ProfileFault['field'],
            message: PROFILE_FAULTS[code],
          })),
        );
        return;
      }
      forget({ displayName: readFragment(profileFragment, result.account).displayName });
      await queries.invalidateQueries();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setProblems(NO_PROBLEMS);
    save.mutate({ ...typed, isPseudonym: isMinor || typed.isPseudonym });
  };
  const faultOf = (field: ProfileFault['field']) => problems.find((one) => one.field === field)?.message;
  const state = (field: ProfileFault['field']) => (faultOf(field) ? 'error' : 'default');
  const isSaved = save.data?.__typename === 'ProfileSaved';
  const isSuspended = save.data?.__typename === 'ProfileRefused' && save.data.refusal === 'ACCOUNT_SUSPENDED';

  return (
    <form className="preau-account__form" onSubmit={submit} noValidate>
      <ErrorSummary
        problems={problems.map(({ field, message }) => ({ fieldId: `profil-${field}`, message }))}
        title={problems.length === 1 ? 'Un champ est à revoir' : 'Des champs sont à revoir'}
      />
      <Input
        label={`${isMinor ? 'Pseudonyme' : 'Nom affiché'} (obligatoire)`}
        hintText={
          isMinor
            ? 'Avant 18 ans, un pseudonyme vous protège\u00a0: ni votre nom, ni rien qui vous fasse reconnaître.'
            : 'Visible à côté de ce que vous publiez. Votre nom, ou un pseudonyme.'
        }
        state={state('displayName')}
        stateRelatedMessage={faultOf('displayName')}
        nativeInputProps={{
          id: 'profil-displayName',
          name: 'displayName',
          autoComplete: 'nickname',
          required: true,
          'aria-invalid': faultOf('displayName') !== undefined,
          value: typed.displayName,
          onChange: ({ currentTarget }) => {
            change({ displayName: currentTarget.value });
          },
        }}
      />
      {isMinor ? null : (
        <Checkbox
          id="profil-isPseudonym"
          options={[
            {
              label: 'C’est un pseudonyme',
              hintText: 'Cochez si ce nom n’est pas le vôtre.',
              nativeInputProps: {
                checked: typed.isPseudonym,
                onChange: ({ currentTarget }) => {
                  change({ isPseudonym: currentTarget.checked });
                },
              },
            },
          ]}
        />
      )}
      <Select
        label="À quel titre participez-vous&nbsp;?"
        hint="Facultatif. Ce n’est pas vérifié, et cela ne donne aucun droit."
        nativeSelectProps={{
          id: 'profil-declaredRole',
          value: typed.declaredRole,
          onChange: ({ currentTarget }) => {
            change({ declaredRole: currentTarget.value });
          },
        }}
      >
        <option value="">Je ne le dis pas</option>
        {Object.entries(DECLARED_ROLE_NAMES).map(([role, name]) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </Select>
      <AcademieSelect
        id="profil-academie"
        label="Académie"
        hint="Facultatif. Pour vous proposer ce qui se passe près de chez vous."
        emptyLabel="Je ne le dis pas"
        value={typed.academie}
        error={faultOf('academie')}
        onChange={(academie) => {
          change({ academie });
        }}
      />
      <Button type="submit" disabled={save.isPending}>
        {save.isPending ? 'Enregistrement…' : 'Enregistrer'}
      </Button>
      <StatusMessage>{isSaved ? 'Votre profil est enregistré.' : ''}</StatusMessage>
      <div role="alert">
        {isSuspended ? <Alert severity="warning" small description={PROFILE_SUSPENDED} /> : null}
        {save.error ? <p>{failureSentence(save.error)}</p> : null}
      </div>
    </form>
  );
}
