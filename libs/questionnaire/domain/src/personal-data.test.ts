import { describe, expect, test } from '@jest/globals';
import { type Definition } from './definition';
import { findPersonalData, personalDataInAnswers } from './personal-data';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);
const excerptsIn = (text: string) => findPersonalData(text).map(({ excerpt }) => excerpt);

describe('personal data in a text', () => {
  test.each([
    ['écrivez à jean.dupont@exemple.fr, merci', 'jean.dupont@exemple.fr'],
    ['Élodie+ecole@ac-lille.education.gouv.fr', 'Élodie+ecole@ac-lille.education.gouv.fr'],
    ['(claire@exemple.org).', 'claire@exemple.org'],
    ['jean.dupont [at] exemple.fr', 'jean.dupont [at] exemple.fr'],
    ['jean(arobase)exemple.fr', 'jean(arobase)exemple.fr'],
  ])('sees the e-mail address in "%s"', (text, excerpt) => {
    expect(findPersonalData(text)).toEqual([{ kind: 'EMAIL', excerpt }]);
  });

  test.each([
    ['appelez le 06 12 34 56 78 le soir', '06 12 34 56 78'],
    ['0612345678', '0612345678'],
    ['03.20.12.34.56', '03.20.12.34.56'],
    ['03-20-12-34-56', '03-20-12-34-56'],
    ['06\u00a012\u202f34\u00a056\u00a078', '06\u00a012\u202f34\u00a056\u00a078'],
    ['tél. : +33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['+33 (0)6 12 34 56 78', '+33 (0)6 12 34 56 78'],
    ['0033612345678', '0033612345678'],
    ['+32 475 12 34 56', '+32 475 12 34 56'],
    ['+687 45 67 89', undefined],
    ['+262 692 12 34 56', '+262 692 12 34 56'],
  ])('reads the phone number in "%s"', (text, excerpt) => {
    expect(findPersonalData(text)).toEqual([{ kind: 'PHONE', excerpt: excerpt ?? text }]);
  });

  test.each([
    ['1 85 05 78 006 084 36', '1 85 05 78 006 084 36'],
    ['numéro 285052A006084', '285052A006084'],
    ['185057800608436.', '185057800608436'],
  ])('sees the social security number in "%s"', (text, excerpt) => {
    expect(findPersonalData(text)).toEqual([{ kind: 'SOCIAL_SECURITY_NUMBER', excerpt }]);
  });

  test.each([
    ['merci à Mme Durand pour son aide', 'Mme Durand'],
    ['M. Le Goff a tout installé', 'M. Le'],
    ['monsieur, M. d’Artagnan', 'M. d’Artagnan'],
    ['Monsieur de Saint-Cyr', 'Monsieur de Saint-Cyr'],
    ['Mr Éluard', 'Mr Éluard'],
    ['Madame BERNARD', 'Madame BERNARD'],
  ])('sees who is named in "%s"', (text, excerpt) => {
    expect(findPersonalData(text)).toEqual([{ kind: 'NAMED_PERSON', excerpt }]);
  });

  test.each([
    'Madame la Principale et Monsieur le Maire sont venus.',
    'Madame, Monsieur,',
    'En 2015, 51 003 réponses ; en 2020, 26 839.',
    'Un budget de 10 000 000 000 euros sur 2013-2017.',
    'De 08:30 à 16:30, du 01/09/2015 au 03/07/2016.',
    'ISBN 978-2-07-036822-8',
    '0,75 € par élève, soit 12.50.',
    'Le professeur principal, le CPE, @ la maison.',
    'Le code 0123456789012345 ne veut rien dire.',
    'Mmm Bon',
    '',
  ])('suspects nothing in "%s"', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  test('tells several kinds apart, in the order of the text', () => {
    const text = 'M. Petit (06 12 34 56 78, petit@exemple.fr), NIR 1 85 05 78 006 084.';
    expect(kindsIn(text)).toEqual(['NAMED_PERSON', 'PHONE', 'EMAIL', 'SOCIAL_SECURITY_NUMBER']);
    expect(excerptsIn(text)).toEqual([
      'M. Petit',
      '06 12 34 56 78',
      'petit@exemple.fr',
      '1 85 05 78 006 084',
    ]);
  });

  test('answers on hostile texts too', () => {
    const long = [
      'a'.repeat(5000),
      '0 '.repeat(2500),
      '+1'.repeat(2500),
      'M. '.repeat(1600),
      '.@'.repeat(2500),
    ];
    for (const text of long) expect(Array.isArray(findPersonalData(text))).toBe(true);
  });
});

describe('personal data in answers', () => {
  const definition: Definition = {
    title: 'Essai',
    sections: [
      {
        code: 'one',
        title: 'Une',
        questions: [
          { code: 'where', type: 'single', label: 'Où ?', options: [{ code: 'a', label: 'A' }], other: true },
          {
            code: 'what',
            type: 'multiple',
            label: 'Quoi ?',
            options: [{ code: 'a', label: 'A' }],
            other: true,
          },
          { code: 'story', type: 'longText', label: 'Racontez' },
          { code: 'day', type: 'date', label: 'Quand ?' },
          { code: 'place', type: 'territory', label: 'Académie ?' },
        ],
      },
    ],
  };

  test('looks at free texts and at "Autre", and says where', () => {
    const found = personalDataInAnswers(definition, {
      where: { option: 'other', text: 'chez Mme Martin' },
      what: ['a', { option: 'other', text: 'écrire à a@exemple.fr' }],
      story: 'Mon numéro : 06 12 34 56 78',
      day: '2015-02-03',
      place: { level: 'academie', code: '07' },
    });
    expect(found.map(({ question, path }) => [question, path])).toEqual([
      ['where', ['where', 'text']],
      ['what', ['what', 1, 'text']],
      ['story', ['story']],
    ]);
    expect(found[2]?.findings).toEqual([{ kind: 'PHONE', excerpt: '06 12 34 56 78' }]);
  });

  test('finds nothing in answers without personal data', () => {
    expect(personalDataInAnswers(definition, { where: 'a', story: 'Une belle histoire.' })).toEqual([]);
  });
});
