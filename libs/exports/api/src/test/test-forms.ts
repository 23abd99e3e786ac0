import { parseDefinition, type Definition } from '@preau/questionnaire-domain';

/** Two versions of a form with every type of question, refused by nobody, and about everything that may change between them. */

const option = (code: string) => ({ code, label: `Choix ${code}` });
const options = ['a', 'b', 'c'].map(option);
const rows = ['row1', 'row2'].map(option);

const first = {
  title: 'Essai',
  sections: [
    {
      code: 's1',
      title: 'Partie un',
      questions: [
        { code: 'role', type: 'single', label: 'Rôle', options, required: true },
        { code: 'one', type: 'single', label: 'Un', options, other: true },
        { code: 'many', type: 'multiple', label: 'Plusieurs', options, other: true },
        { code: 'few', type: 'multiple', label: 'Peu', options: [option('other'), ...options] },
        { code: 'degree', type: 'scale', label: 'Degré', min: -2, max: 2, minLabel: 'Non', maxLabel: 'Oui' },
        {
          code: 'amount',
          type: 'number',
          label: 'Somme',
          decimals: 6,
          min: -1_000,
          max: 1_000,
          unit: 'euros',
        },
        { code: 'count', type: 'number', label: 'Nombre', min: -1_000 },
        { code: 'words', type: 'text', label: '=Mots', showIf: { question: 'role', isNot: 'a' } },
        { code: 'story', type: 'longText', label: 'Récit', showIf: { question: 'role', is: 'b' } },
        { code: 'day', type: 'date', label: 'Jour' },
        { code: 'ranks', type: 'ranking', label: 'Rangs', options },
        { code: 'grid', type: 'matrix', label: 'Grille', options, rows },
        { code: 'boxes', type: 'matrixMultiple', label: 'Cases', options, rows },
        { code: 'place', type: 'territory', label: 'Lieu', levels: ['academie', 'departement'] },
        { code: 'academy', type: 'territory', label: 'Académie' },
        { code: 'agree', type: 'consent', label: 'Accord', showIf: { question: 'role', isNot: 'c' } },
        { code: 'files', type: 'file', label: 'Fichiers', max: 3 },
        { code: 'gone', type: 'text', label: 'Retirée' },
        { code: 'gone_list', type: 'multiple', label: 'Liste retirée', options, other: true },
        { code: 'text_to_single', type: 'text', label: 'Change' },
        { code: 'text_to_number', type: 'text', label: 'Change' },
        { code: 'text_to_consent', type: 'text', label: 'Change' },
        { code: 'single_to_place', type: 'single', label: 'Change', options, other: true },
        { code: 'single_to_many', type: 'single', label: 'Change', options, other: true },
        { code: 'many_to_ranks', type: 'multiple', label: 'Change', options },
        { code: 'grid_to_many', type: 'matrix', label: 'Change', options, rows: options },
        { code: 'many_to_grid', type: 'multiple', label: 'Change', options },
        { code: 'ranks_to_many', type: 'ranking', label: 'Change', options },
      ],
    },
  ],
};

const [section] = first.sections;
const kept = (section?.questions ?? []).filter(
  ({ code }) => !code.includes('_to_') && !code.startsWith('gone'),
);
const rowsOfOptions = { rows: options };

const second = {
  title: 'Essai',
  sections: [
    {
      ...section,
      questions: kept.map((question) =>
        question.code === 'many' ? { ...question, options: [option('new'), option('b')] } : question,
      ),
    },
    {
      code: 's2',
      title: 'Partie deux',
      showIf: { question: 'role', isNot: 'c' },
      questions: [
        { code: 'added', type: 'longText', label: 'Ajoutée' },
        { code: 'text_to_single', type: 'single', label: 'A changé', options, other: true },
        { code: 'text_to_number', type: 'number', label: 'A changé', decimals: 1 },
        { code: 'text_to_consent', type: 'consent', label: 'A changé' },
        {
          code: 'single_to_place',
          type: 'territory',
          label: 'A changé',
          levels: ['academie', 'departement'],
        },
        { code: 'single_to_many', type: 'multiple', label: 'A changé', options, other: true },
        { code: 'many_to_ranks', type: 'ranking', label: 'A changé', options },
        { code: 'grid_to_many', type: 'multiple', label: 'A changé', options },
        { code: 'many_to_grid', type: 'matrix', label: 'A changé', options, ...rowsOfOptions },
        { code: 'ranks_to_many', type: 'multiple', label: 'A changé', options },
      ],
    },
  ],
};

function parsed(raw: unknown): Definition {
  const result = parseDefinition(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.definition;
}

export const twoVersions: readonly Definition[] = [parsed(first), parsed(second)];
