import { plural } from '../format';

export const establishmentMessages = {
  label: 'Nom, commune ou code de l’établissement',
  hint: 'Par exemple\u00a0: «\u00a0jean jaurès béthune\u00a0», ou le code UAI.',
  search: 'Chercher un établissement',
  results: 'Établissements trouvés',
  more: 'Afficher la suite',
  chosen: 'Établissement choisi\u00a0:',
  forget: 'Effacer ce choix',
  number: (uai: string) => `Code ${uai}`,
  unlisted: 'Ce code n’est pas dans l’annuaire de ce site.',
  tooShort: 'Écrivez au moins deux lettres ou chiffres.',
  failed: 'La recherche ne répond pas. Réessayez, ou écrivez le code UAI de l’établissement.',
  searching: 'Recherche en cours…',
  found: (shown: number, total: number | null) => {
    if (total === 0) return 'Aucun établissement trouvé. Essayez avec moins de mots, ou avec le code UAI.';
    if (total === null)
      return `Plus de 200 établissements trouvés, ${String(shown)} affichés\u00a0: précisez votre recherche.`;
    const count = plural(total, 'établissement trouvé', 'établissements trouvés');
    return shown < total ? `${count}, ${String(shown)} affichés.` : `${count}.`;
  },
} as const;
