type Kind = 'TEACHER' | 'PARENT' | 'PUPIL' | 'SCHOOL_STAFF' | 'LOCAL_AUTHORITY' | 'PARTNER' | 'CITIZEN';

const KINDS: Record<Kind, string> = {
  TEACHER: 'Enseignant ou enseignante',
  PARENT: 'Parent d’élève',
  PUPIL: 'Élève, étudiant ou étudiante',
  SCHOOL_STAFF: 'Autre personnel d’établissement',
  LOCAL_AUTHORITY: 'Élu, élue, agent ou agente d’une collectivité',
  PARTNER: 'Membre d’une association ou d’une entreprise',
  CITIZEN: 'Citoyen ou citoyenne',
};

/** What is shown of somebody who writes. */
export interface DeclaredAuthor {
  readonly name: string;
  readonly kind?: Kind | null | undefined;
  readonly isVerifiedTeacher: boolean;
}

/** As what somebody takes part; « vérifié » is said only of what has been shown. */
export function authorKind({
  kind,
  isVerifiedTeacher,
}: Pick<DeclaredAuthor, 'kind' | 'isVerifiedTeacher'>): string | null {
  if (isVerifiedTeacher) return 'Personnel enseignant vérifié';
  return kind ? KINDS[kind] : null;
}
