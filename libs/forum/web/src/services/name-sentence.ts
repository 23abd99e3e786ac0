import type { ManagingRefusal } from '@preau/forum-domain';
import { MANAGING_REFUSALS } from '../messages';

const OF_NAME: Partial<Record<ManagingRefusal, string>> = {
  EMPTY: 'Nom\u00a0: écrivez le nom du service.',
  TOO_SHORT: 'Nom\u00a0: ajoutez quelques lettres, 3 caractères au moins.',
  TOO_LONG: 'Nom\u00a0: raccourcissez-le, 120 caractères au plus.',
  UNREADABLE: 'Nom\u00a0: retirez les signes empilés, il ne peut pas être lu.',
};

/** Why a service cannot be called so. */
export const nameSentence = (code: ManagingRefusal): string => OF_NAME[code] ?? MANAGING_REFUSALS[code];
