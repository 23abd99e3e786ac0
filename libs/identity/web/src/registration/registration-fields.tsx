import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { RadioButtons } from '@codegouvfr/react-dsfr/RadioButtons';
import { CHARTER_VERSION } from '@preau/identity-domain';
import { AcademieSelect, type FieldProblem } from '@preau/ui';
import { AGE_NAMES, DECLARED_ROLE_NAMES } from '../messages';
import { FIELD_IDS } from './registration-faults';
import type { RegistrationForm } from './registration-form';

interface RegistrationFieldsProps {
  readonly form: RegistrationForm;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (change: Partial<RegistrationForm>) => void;
}

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[];

/** What an account needs, and nothing more. */
export function RegistrationFields({ form, problems, onChange }: RegistrationFieldsProps) {
  const faultOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message;
  const stateOf = (fieldId: string) => {
    const fault = faultOf(fieldId);
    return { state: fault ? 'error' : 'default', stateRelatedMessage: fault } as const;
  };
  const isMinor = form.age === 'MINOR';
  return (
    <>
      <RadioButtons
        id={FIELD_IDS.age}
        legend="Votre âge (obligatoire)"
        hintText="Il n’est montré à personne. Nous ne vous demandons pas de date de naissance."
        {...stateOf(FIELD_IDS.age)}
        options={keysOf(AGE_NAMES).map((age) => ({
          label: AGE_NAMES[age],
          nativeInputProps: {
            name: 'age',
            checked: form.age === age,
            onChange: () => {
              onChange({ age });
            },
          },
        }))}
      />
      <Input
        id={`${FIELD_IDS.displayName}-champ`}
        label={isMinor ? 'Pseudonyme (obligatoire)' : 'Nom affiché ou pseudonyme (obligatoire)'}
        hintText={
          isMinor
            ? 'Ni votre nom, ni votre prénom suivi du nom\u00a0: personne ne doit pouvoir vous reconnaître.'
            : 'Il signe vos messages, sous les yeux de tous. De 2 à 60 caractères.'
        }
        {...stateOf(FIELD_IDS.displayName)}
        nativeInputProps={{
          id: FIELD_IDS.displayName,
          name: 'displayName',
          autoComplete: isMinor ? 'off' : 'nickname',
          required: true,
          value: form.displayName,
          'aria-invalid': faultOf(FIELD_IDS.displayName) !== undefined,
          onChange: ({ currentTarget }) => {
            onChange({ displayName: currentTarget.value });
          },
        }}
      />
      {isMinor ? null : (
        <Checkbox
          className="fr-mb-4w"
          options={[
            {
              label: 'C’est un pseudonyme',
              nativeInputProps: {
                name: 'isPseudonym',
                checked: form.isPseudonym,
                onChange: ({ currentTarget }) => {
                  onChange({ isPseudonym: currentTarget.checked });
                },
              },
            },
          ]}
        />
      )}
      <RadioButtons
        id={FIELD_IDS.declaredRole}
        legend="À quel titre participez-vous ? (obligatoire)"
        {...stateOf(FIELD_IDS.declaredRole)}
        options={keysOf(DECLARED_ROLE_NAMES).map((role) => ({
          label: DECLARED_ROLE_NAMES[role],
          nativeInputProps: {
            name: 'declaredRole',
            checked: form.declaredRole === role,
            onChange: () => {
              onChange({ declaredRole: role });
            },
          },
        }))}
      />
      <AcademieSelect
        id={FIELD_IDS.academie}
        name="academie"
        label="Votre académie"
        hint="Facultatif. Celle de l’endroit où vous travaillez, étudiez ou habitez."
        value={form.academie}
        error={faultOf(FIELD_IDS.academie)}
        onChange={(academie) => {
          onChange({ academie });
        }}
      />
      <p className="fr-mt-3w fr-mb-1w">
        <a href="/charte" target="_blank" rel="noreferrer" title="Lire la charte - nouvelle fenêtre">
          Lire la charte
        </a>{' '}
        (version {CHARTER_VERSION}, deux minutes).
      </p>
      <Checkbox
        id={FIELD_IDS.charterVersion}
        {...stateOf(FIELD_IDS.charterVersion)}
        options={[
          {
            label: `J’accepte la charte, version ${CHARTER_VERSION} (obligatoire)`,
            nativeInputProps: {
              name: 'charter',
              required: true,
              checked: form.accepts,
              onChange: ({ currentTarget }) => {
                onChange({ accepts: currentTarget.checked });
              },
            },
          },
        ]}
      />
    </>
  );
}
