import { readUai } from '@preau/identity-domain';
import { cleanText } from '@preau/shared-domain';
import { ACADEMIES } from '../territories';

/** Columns of a file of networks, in lower case: one line for each establishment of each network. */
export const NETWORK_COLUMNS = {
  id: 'identifiant_du_reseau',
  name: 'nom_du_reseau',
  kind: 'type_de_reseau',
  academie: 'code_academie',
  uai: 'identifiant_de_l_etablissement',
} as const;

const LONGEST = 200;

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly academie: string;
  readonly uai: string;
}

export type NetworkLine =
  { readonly ok: true; readonly membership: Membership } | { readonly ok: false; readonly fault: string };

const fault = (text: string): NetworkLine => ({ ok: false, fault: text });

/** One line of the file. Whether its establishment is in the directory is for the database to say. */
export function readNetworkLine(line: Readonly<Record<string, string>>): NetworkLine {
  const read = (column: string) => cleanText(line[column] ?? '');
  const [id, name, kind] = [NETWORK_COLUMNS.id, NETWORK_COLUMNS.name, NETWORK_COLUMNS.kind].map(read);
  if (!id) return fault('le réseau n’a pas d’identifiant');
  if (!name) return fault(`${id.slice(0, 20)} n’a pas de nom`);
  if ([id, name, kind ?? ''].some((text) => text.length > LONGEST)) {
    return fault(`${id.slice(0, 20)} : un texte passe ${String(LONGEST)} caractères`);
  }
  const academie = read(NETWORK_COLUMNS.academie).padStart(2, '0');
  if (!ACADEMIES.has(academie)) return fault(`${id} : académie « ${academie.slice(0, 20)} » inconnue`);
  const typed = read(NETWORK_COLUMNS.uai);
  const uai = readUai(typed);
  if (!uai) return fault(`${id} : « ${typed.slice(0, 20)} » n’est pas un numéro d’établissement (UAI)`);
  return { ok: true, membership: { id, name, kind: kind ?? '', academie, uai } };
}
