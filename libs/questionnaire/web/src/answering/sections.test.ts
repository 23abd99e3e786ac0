import { describe, expect, test } from '@jest/globals';
import { visibleSections } from '@preau/questionnaire-domain';
import { faultsIn, minutesFor, nextShown, placeToResume, sectionOf, summaryOf } from './sections';
import { definition } from './test-site';

const accept = () => true;
const shown = (answers: Record<string, unknown>) => visibleSections(definition, answers);
const resume = (answers: Record<string, unknown>) =>
  placeToResume(shown(answers), answers, faultsIn(definition, answers, accept));

test.each([
  [4, 1],
  [20, 6],
  [34, 10],
  [100, 30],
])('%i questions take about %i minutes', (count, minutes) => {
  const [question] = definition.sections[0]!.questions;
  const questions = Array.from({ length: count }, () => question!);
  expect(minutesFor({ title: 'Essai', sections: [{ code: 'one', title: 'Une', questions }] })).toBe(minutes);
});

describe('taking up again', () => {
  test.each([
    ['nothing answered', {}, 'profile'],
    ['the first part answered', { role: 'parent' }, 'ideas'],
    ['a part that has appeared since', { role: 'teacher', idea: 'x' }, 'class'],
    ['a fault in an earlier part', { role: 'nobody', idea: 'x' }, 'profile'],
    ['everything answered', { role: 'parent', idea: 'x' }, null],
  ])('%s', (_, answers, place) => {
    expect(resume(answers)).toBe(place);
  });
});

test('a part that is hidden gives way to the next one shown, the last to the review', () => {
  expect(nextShown(definition, shown({ role: 'parent' }), 'class')).toBe('ideas');
  expect(nextShown(definition, shown({ role: 'parent' }), 'ideas')).toBeUndefined();
  expect(nextShown(definition, shown({}), 'unheard-of')).toBe('profile');
});

test('faults are those of the questions asked about, each named in the summary', () => {
  const faults = faultsIn(definition, { idea: 'x'.repeat(201) }, accept);
  expect(faults.map(({ question }) => question)).toEqual(['role', 'idea']);
  expect(faultsIn(definition, {}, accept, definition.sections[2]!.questions)).toEqual([]);
  expect(summaryOf(definition, faults)[0]).toEqual({
    fieldId: 'q-role',
    message: 'Qui êtes-vous ?\u00a0: Choisissez une réponse.',
  });
});

test('an answer to a question the form no longer asks holds nobody back', () => {
  expect(faultsIn(definition, { role: 'parent', gone: 'x' }, accept)).toEqual([]);
});

test('a question is found in the part that asks it, unless it is hidden', () => {
  expect(sectionOf(definition, { role: 'teacher' }, 'screens')).toBe('class');
  expect(sectionOf(definition, { role: 'parent' }, 'screens')).toBeUndefined();
});
