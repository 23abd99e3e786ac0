import type { RegistrationFault } from '@preau/identity-domain';
import type { FieldProblem } from '@preau/ui';
import { REGISTRATION_FAULTS } from '../messages';
import type { RegistrationForm } from './registration-form';

export const FIELD_IDS = {
  age: 'inscription-age',
  displayName: 'inscription-nom',
  declaredRole: 'inscription-role',
  academie: 'inscription-academie',
  charterVersion: 'inscription-charte',
} as const;
type Field = keyof typeof FIELD_IDS;

const isField = (name: string): name is Field => Object.hasOwn(FIELD_IDS, name);
const problem = (field: Field, message: string): FieldProblem => ({ fieldId: FIELD_IDS[field], message });

/** What can be said before asking the server: questions left empty. */
export function emptyFields({ age, displayName, declaredRole, accepts }: RegistrationForm): FieldProblem[] {
  return [
    age === '' ? problem('age', 'Indiquez votre âge.') : null,
    displayName.trim() === '' ? problem('displayName', 'Saisissez un nom ou un pseudonyme.') : null,
    declaredRole === '' ? problem('declaredRole', 'Dites à quel titre vous participez.') : null,
    accepts ? null : problem('charterVersion', REGISTRATION_FAULTS.CHARTER_NOT_ACCEPTED),
  ].filter((one) => one !== null);
}

/** What the server found. */
export const problemsOf = (
  faults: readonly { field: string; code: RegistrationFault['code'] }[],
): FieldProblem[] =>
  faults.flatMap(({ field, code }) => (isField(field) ? [problem(field, REGISTRATION_FAULTS[code])] : []));
