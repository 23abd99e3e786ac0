/** As what somebody takes part, by their own word: the codes are those of a questionnaire's profile. */
export const DECLARED_ROLES = [
  'teacher',
  'parent',
  'pupil',
  'school_staff',
  'local_authority',
  'partner',
  'citizen',
] as const;
export type DeclaredRole = (typeof DECLARED_ROLES)[number];

/** From 15 to 17 years, and from 18. Below, there is no account. */
export const AGE_BANDS = ['minor', 'adult'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
