import { everyone } from '../expected';
import type { Rows } from '../row';

export const consultation: Rows = {
  'Query.consultations': { '': [() => ({}), everyone()] },
  'Query.consultation': {
    open: [(s) => ({ slug: s.consultation }), everyone()],
    absent: [() => ({ slug: 'nothing' }), everyone('null')],
  },
};
