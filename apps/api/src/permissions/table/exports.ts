import { only } from '../expected';
import type { Rows } from '../row';
import { absent } from '../stage';

const files = (file: string) =>
  ({
    published: [(s) => `/exports/questionnaires/${s.forms.open}/${file}`, only('staff')],
    'not published': [(s) => `/exports/questionnaires/${s.forms.unpublished}/${file}`, only('staff')],
    absent: [() => `/exports/questionnaires/${absent}/${file}`, only('staff', 'NOT_FOUND')],
  }) satisfies Rows[string];

export const exports_: Rows = {
  'ExportsController.responses': files('responses.csv'),
  'ExportsController.codebook': files('codebook.csv'),
};
