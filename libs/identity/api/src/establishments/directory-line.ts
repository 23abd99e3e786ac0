import { readUai } from '@preau/identity-domain';
import { cleanText } from '@preau/shared-domain';
import { ACADEMIES, DEPARTEMENTS } from '../territories';
import type { Establishment } from './establishment.entity';

/** Columns of the national directory (« Annuaire de l’éducation », data.education.gouv.fr), in lower case. */
export const COLUMNS = {
  uai: 'identifiant_de_l_etablissement',
  name: 'nom_etablissement',
  kind: 'type_etablissement',
  commune: 'nom_commune',
  departement: 'code_departement',
  academie: 'code_academie',
  state: 'etat',
} as const;

/** The directory may leave this one out: it then lists open establishments only. */
export const OPTIONAL_COLUMNS: readonly string[] = [COLUMNS.state];

const LONGEST = 200;

/** An establishment as a line describes it. */
export type DescribedEstablishment = Omit<Establishment, 'searchText'>;

export type DirectoryLine =
  | { readonly ok: true; readonly establishment: DescribedEstablishment }
  | { readonly ok: false; readonly fault: string };

const fault = (text: string): DirectoryLine => ({ ok: false, fault: text });

/** One line of the directory, by the names of its columns in lower case. */
export function readDirectoryLine(line: Readonly<Record<string, string>>): DirectoryLine {
  const read = (column: string) => cleanText(line[column] ?? '');
  const typed = read(COLUMNS.uai);
  const uai = readUai(typed);
  if (!uai) return fault(`« ${typed.slice(0, 20)} » n’est pas un numéro d’établissement (UAI)`);
  const name = read(COLUMNS.name);
  const commune = read(COLUMNS.commune);
  const kind = read(COLUMNS.kind);
  if (name === '') return fault(`${uai} n’a pas de nom`);
  if ([name, commune, kind].some((text) => text.length > LONGEST)) {
    return fault(`${uai} : un texte passe ${LONGEST} caractères`);
  }
  const academie = read(COLUMNS.academie).padStart(2, '0');
  if (!ACADEMIES.has(academie)) return fault(`${uai} : académie « ${academie.slice(0, 20)} » inconnue`);
  const departement = departementOf(read(COLUMNS.departement));
  if (!DEPARTEMENTS.has(departement) && !isOverseasCollectivity(departement)) {
    return fault(`${uai} : département « ${departement.slice(0, 20)} » inconnu`);
  }
  const state = read(COLUMNS.state).toUpperCase();
  const isOpen = state === '' || state.startsWith('OUVERT');
  return { ok: true, establishment: { uai, name, kind, commune, departement, academie, isOpen } };
}

/** The directory writes three characters: `075`, `02A`, `971`. */
const departementOf = (code: string) =>
  (code.length === 3 ? code.replace(/^0/, '') : code.padStart(2, '0')).toUpperCase();

/** Territories that are no département: 975, 977, 978, 984, 986, 987, 988. */
const isOverseasCollectivity = (code: string) => /^9(?:7[578]|8[4678])$/.test(code);
