/** Somebody made up, of the demonstration's provider of identities. */
export interface DemoPerson {
  readonly id: string;
  readonly who: string;
  /** What the site will be told, in words. */
  readonly told: string;
  /** Level of assurance, as ProConnect names them. */
  readonly acr: 'eidas1' | 'eidas2';
  readonly claims: Readonly<Record<string, string | boolean>>;
}

/** `.test` is reserved: no mail can ever leave for these addresses. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    id: 'agente',
    who: 'Inès Caron, agente d’une collectivité',
    told: 'nom, adresse vérifiée, et deux facteurs présentés (niveau eidas2)',
    acr: 'eidas2',
    claims: {
      given_name: 'Inès',
      family_name: 'Caron',
      email: 'ines.caron@collectivite.preau.test',
      email_verified: true,
    },
  },
  {
    id: 'enseignant',
    who: 'Karim Haddad, enseignant',
    told: 'nom, adresse vérifiée, et une fonction qui prouve qu’il enseigne',
    acr: 'eidas1',
    claims: {
      given_name: 'Karim',
      family_name: 'Haddad',
      email: 'karim.haddad@college.preau.test',
      email_verified: true,
      fonction: 'ENS',
    },
  },
  {
    id: 'eleve',
    who: 'Un élève de lycée',
    told: 'ni nom ni adresse, comme le fait ÉduConnect',
    acr: 'eidas1',
    claims: {},
  },
];
