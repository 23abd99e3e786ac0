/** Domains of the académies' mail, with the académie's code. Source: the sites of the 30 académies. */
const ACADEMIC_DOMAINS: Readonly<Record<string, string>> = {
  'ac-aix-marseille.fr': '02',
  'ac-amiens.fr': '20',
  'ac-besancon.fr': '03',
  'ac-bordeaux.fr': '04',
  'ac-clermont.fr': '06',
  'ac-corse.fr': '27',
  'ac-creteil.fr': '24',
  'ac-dijon.fr': '07',
  'ac-grenoble.fr': '08',
  'ac-guadeloupe.fr': '32',
  'ac-guyane.fr': '33',
  'ac-lille.fr': '09',
  'ac-limoges.fr': '22',
  'ac-lyon.fr': '10',
  'ac-martinique.fr': '31',
  'ac-mayotte.fr': '43',
  'ac-montpellier.fr': '11',
  'ac-nancy-metz.fr': '12',
  'ac-nantes.fr': '17',
  'ac-nice.fr': '23',
  'ac-normandie.fr': '70',
  'ac-orleans-tours.fr': '18',
  'ac-paris.fr': '01',
  'ac-poitiers.fr': '13',
  'ac-reims.fr': '19',
  'ac-rennes.fr': '14',
  'ac-reunion.fr': '28',
  'ac-strasbourg.fr': '15',
  'ac-toulouse.fr': '16',
  'ac-versailles.fr': '25',
};
const MINISTRY_DOMAIN = 'education.gouv.fr';

export interface ProfessionalAddress {
  readonly domain: string;
  /** The académie whose mail it is, when it is one's. */
  readonly academie: string | null;
}

/**
 * What an address (normalised, and confirmed by a mail) proves of its owner's profession; null when nothing. Domains are
 * compared whole: neither `x@ac-paris.fr.exemple.com` nor `x@eleves.ac-paris.fr` is one, unless `others` lists it.
 */
export function professionalAddress(email: string, others: readonly string[]): ProfessionalAddress | null {
  const at = email.lastIndexOf('@');
  if (at < 1) return null;
  const domain = email.slice(at + 1);
  const academie = Object.hasOwn(ACADEMIC_DOMAINS, domain) ? ACADEMIC_DOMAINS[domain] : undefined;
  if (academie !== undefined) return { domain, academie };
  return domain === MINISTRY_DOMAIN || others.includes(domain) ? { domain, academie: null } : null;
}
