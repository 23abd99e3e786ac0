import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork } from '@preau/graphql/testing';
import type { Question } from '@preau/questionnaire-domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { FieldFault } from './field-props';
import { QuestionField } from './question-field';

afterEach(cleanup);

/** The field on its own, as a page holds it; `answer()` reads what the page would keep. */
function show(question: Question, value?: unknown, faults: readonly FieldFault[] = []) {
  let answer = value;
  function Page() {
    const [kept, setKept] = useState(value);
    return (
      <QuestionField
        question={question}
        value={kept}
        faults={faults}
        onChange={(next) => {
          answer = next;
          setKept(next);
        }}
      />
    );
  }
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Page />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), answer: () => answer };
}
const options = [
  { code: 'a', label: 'Lire' },
  { code: 'b', label: 'Écrire' },
  { code: 'c', label: 'Compter' },
];
const says = () =>
  screen
    .getAllByRole('status')
    .map((status) => status.textContent)
    .join(' ');

describe('single', () => {
  const question: Question = {
    code: 'q',
    type: 'single',
    label: 'Que faire ?',
    help: 'Un seul choix.',
    options,
  };

  test('is a group named by the question, answered with the arrows', async () => {
    const { user, answer } = show(question);
    const group = screen.getByRole('group', { name: /Que faire/ });
    expect(group.getAttribute('aria-describedby')).toBe('q-q-hint');
    await user.tab();
    await user.keyboard(' ');
    expect(answer()).toBe('a');
    await user.keyboard('{ArrowDown}');
    expect(answer()).toBe('b');
  });

  test('an optional answer can be taken back; a required one says so and cannot', async () => {
    const { user, answer } = show(question, 'a');
    await user.click(screen.getByRole('button', { name: /Effacer ma réponse à la question/ }));
    expect(answer()).toBeUndefined();
    cleanup();
    show({ ...question, required: true }, 'a');
    expect(screen.getByRole('group', { name: /\(obligatoire\)/ })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('its fault is tied to the group', () => {
    show(question, undefined, [{ path: ['q'], message: 'Choisissez une réponse.' }]);
    const described = screen.getByRole('group').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(
      'Choisissez une réponse.',
    );
  });

  test('"Autre" asks for its text right after, and remembers it', async () => {
    const { user, answer } = show({ ...question, other: true });
    await user.click(screen.getByRole('radio', { name: 'Autre' }));
    await user.tab();
    await user.keyboard('Chanter');
    expect(answer()).toEqual({ option: 'other', text: 'Chanter' });
    await user.click(screen.getByRole('radio', { name: 'Lire' }));
    expect(answer()).toBe('a');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Autre' }));
    expect(answer()).toEqual({ option: 'other', text: 'Chanter' });
  });

  test('the fault of the text of "Autre" is beside it', () => {
    show({ ...question, other: true }, { option: 'other', text: '' }, [
      { path: ['q', 'text'], message: 'Précisez votre réponse.' },
    ]);
    const field = screen.getByRole('textbox', { name: /Précisez/ });
    expect(field.id).toBe('q-q-other');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Précisez votre réponse.',
    );
  });
});

describe('multiple', () => {
  const question: Question = {
    code: 'q',
    type: 'multiple',
    label: 'Que faire ?',
    other: true,
    max: 2,
    options: [...options, { code: 'none', label: 'Rien', exclusive: true }],
  };

  test('is ticked with the space bar, in the order of the form, and says what is left', async () => {
    const { user, answer } = show(question);
    await user.click(screen.getByRole('checkbox', { name: 'Compter' }));
    screen.getByRole('checkbox', { name: 'Lire' }).focus();
    await user.keyboard(' ');
    expect(answer()).toEqual(['a', 'c']);
    expect(says()).toContain('2\u00a0choix sur 2');
    await user.click(screen.getByRole('checkbox', { name: 'Écrire' }));
    expect(says()).toContain('1\u00a0choix de trop');
    await user.click(screen.getByRole('checkbox', { name: 'Lire' }));
    await user.click(screen.getByRole('checkbox', { name: 'Écrire' }));
    await user.click(screen.getByRole('checkbox', { name: 'Compter' }));
    expect(answer()).toBeUndefined();
  });

  test('an exclusive choice unticks the others, and they untick it: both are said', async () => {
    const { user, answer } = show(question, ['a', 'b']);
    await user.click(screen.getByRole('checkbox', { name: 'Rien' }));
    expect(answer()).toEqual(['none']);
    expect(says()).toContain('«\u00a0Lire\u00a0», «\u00a0Écrire\u00a0» ont été décochés');
    await user.click(screen.getByRole('checkbox', { name: 'Compter' }));
    expect(answer()).toEqual(['c']);
    expect(says()).toContain('«\u00a0Rien\u00a0» se choisit seul');
  });

  test('the text of "Autre" survives an exclusive choice', async () => {
    const { user, answer } = show(question, [{ option: 'other', text: 'Chanter' }]);
    await user.click(screen.getByRole('checkbox', { name: 'Rien' }));
    await user.click(screen.getByRole('checkbox', { name: 'Autre' }));
    expect(answer()).toEqual([{ option: 'other', text: 'Chanter' }]);
  });

  test('says how many are still asked for', async () => {
    const { user } = show({ ...question, min: 2 });
    expect(says()).toContain('Encore 2\u00a0choix à faire');
    await user.click(screen.getByRole('checkbox', { name: 'Lire' }));
    expect(says()).toContain('Encore 1\u00a0choix à faire');
  });
});

describe('scale', () => {
  const question: Question = {
    code: 'q',
    type: 'scale',
    label: 'D’accord ?',
    min: 0,
    max: 10,
    minLabel: 'Pas du tout',
    maxLabel: 'Tout à fait',
  };

  test('has a radio button per step, the ends carrying their words', async () => {
    const { user, answer } = show(question);
    expect(screen.getAllByRole('radio')).toHaveLength(11);
    expect(screen.getByRole('radio', { name: '10 Tout à fait' })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: '0 Pas du tout' }));
    expect(answer()).toBe(0);
    await user.keyboard('{ArrowRight}');
    expect(answer()).toBe(1);
    await user.click(screen.getByRole('button', { name: /Effacer/ }));
    expect(answer()).toBeUndefined();
  });
});

describe('number', () => {
  const question: Question = {
    code: 'q',
    type: 'number',
    label: 'Combien ?',
    min: 0,
    max: 2000,
    decimals: 2,
    unit: 'euros',
  };

  test.each([
    ['12,5', 12.5],
    ['1 200,50', 1200.5],
    ['007', 7],
    ['-3', -3],
  ])('reads « %s » as a French reader does', async (typed, expected) => {
    const { user, answer } = show(question);
    await user.type(screen.getByRole('textbox', { name: /Combien/ }), typed);
    expect(answer()).toBe(expected);
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe(typed);
  });

  test('keeps what is no number for its author to see, and says the unit and the range', async () => {
    const { user, answer } = show(question);
    await user.type(screen.getByRole('textbox'), 'douze');
    expect(answer()).toBe('douze');
    expect(screen.getByText('En euros, de 0 à 2 000.')).toBeTruthy();
    await user.clear(screen.getByRole('textbox'));
    expect(answer()).toBeUndefined();
  });
});

describe('text', () => {
  test('counts its characters, and cuts nothing', async () => {
    const { user, answer } = show({ code: 'q', type: 'text', label: 'Un mot ?', max: 30 });
    await user.type(screen.getByRole('textbox', { name: /Un mot/ }), 'été ' + '🎒'.repeat(28));
    expect(answer()).toBe('été ' + '🎒'.repeat(28));
    expect(screen.getByText('32 / 30 caractères')).toBeTruthy();
    expect(says()).toContain('2\u00a0caractères de trop');
  });

  test('a long text keeps its lines', async () => {
    const { user, answer } = show({ code: 'q', type: 'longText', label: 'Racontez' });
    await user.type(screen.getByRole('textbox', { name: 'Racontez' }), 'un{Enter}deux');
    expect(answer()).toBe('un\ndeux');
  });

  test('its fault is tied to it', () => {
    show({ code: 'q', type: 'text', label: 'Un mot ?', required: true }, '', [
      { path: ['q'], message: 'Écrivez une réponse.' },
    ]);
    const field = screen.getByRole('textbox', { name: /Un mot \?.*obligatoire/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Écrivez une réponse.',
    );
  });
});

describe('date', () => {
  const question: Question = {
    code: 'q',
    type: 'date',
    label: 'Quand ?',
    min: '1990-01-01',
    max: '2030-12-31',
  };

  test('is the browser’s own field, within its bounds', () => {
    const { answer } = show(question);
    const field = screen.getByLabelText<HTMLInputElement>('Quand ?');
    expect([field.type, field.min, field.max]).toEqual(['date', '1990-01-01', '2030-12-31']);
    fireEvent.change(field, { target: { value: '2015-02-03' } });
    expect(answer()).toBe('2015-02-03');
    fireEvent.change(field, { target: { value: '' } });
    expect(answer()).toBeUndefined();
  });

  test('a date left half typed is not taken for none', () => {
    const { answer } = show(question);
    const field = screen.getByLabelText<HTMLInputElement>('Quand ?');
    Object.defineProperty(field, 'validity', { value: { badInput: true } });
    fireEvent.blur(field);
    expect(answer()).toBe('…');
  });
});

describe('ranking', () => {
  const question: Question = { code: 'q', type: 'ranking', label: 'Dans quel ordre ?', options };
  const button = (name: RegExp | string) => screen.getByRole('button', { name });

  test('is made with the keyboard alone, each move being said and the focus following', async () => {
    const { user, answer } = show(question);
    button('Classer « Compter »'.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»')).focus();
    await user.keyboard('{Enter}');
    expect(answer()).toEqual(['c']);
    expect(says()).toContain('«\u00a0Compter\u00a0» est maintenant 1er sur 1');
    expect(document.activeElement?.textContent).toMatch(/^Classer/);
    await user.keyboard('{Enter}');
    expect(answer()).toEqual(['c', 'a']);
    button(/Monter.*Lire/).focus();
    await user.keyboard('{Enter}');
    expect(answer()).toEqual(['a', 'c']);
    expect(says()).toContain('«\u00a0Lire\u00a0» est maintenant 1er sur 2');
    // First now: it cannot go up, the focus is on the way back down.
    expect(document.activeElement?.textContent).toMatch(/^Descendre.*Lire/);
    await user.keyboard('{Enter}');
    expect(answer()).toEqual(['c', 'a']);
    button(/Retirer.*Lire/).focus();
    await user.keyboard('{Enter}');
    expect(answer()).toEqual(['c']);
    expect(says()).toContain('n’est plus classé');
    expect(document.activeElement?.textContent).toMatch(/^Classer.*Lire/);
  });

  test('starts empty, and stops at the number asked for', async () => {
    const { user, answer } = show({ ...question, max: 1 });
    expect(within(screen.getByRole('list', { name: 'Votre classement' })).queryAllByRole('listitem')).toEqual(
      [],
    );
    await user.click(button(/Classer.*Écrire/));
    expect(answer()).toEqual(['b']);
    expect(screen.queryByRole('button', { name: /Classer/ })).toBeNull();
  });
});

describe('matrix', () => {
  const question: Question = {
    code: 'q',
    type: 'matrix',
    label: 'À quelle fréquence ?',
    rows: [
      { code: 'r1', label: 'En classe' },
      { code: 'r2', label: 'À la maison' },
    ],
    options,
  };

  test('is a group per line, each answered with the arrows', async () => {
    const { user, answer } = show(question);
    await user.tab();
    await user.keyboard(' {ArrowRight}');
    expect(answer()).toEqual({ r1: 'b' });
    await user.click(
      within(screen.getByRole('group', { name: 'À la maison' })).getByRole('radio', { name: 'Lire' }),
    );
    expect(answer()).toEqual({ r1: 'b', r2: 'a' });
  });

  test('several per line are ticked and unticked', async () => {
    const { user, answer } = show({ ...question, type: 'matrixMultiple' });
    const line = within(screen.getByRole('group', { name: 'En classe' }));
    await user.click(line.getByRole('checkbox', { name: 'Compter' }));
    await user.click(line.getByRole('checkbox', { name: 'Lire' }));
    expect(answer()).toEqual({ r1: ['a', 'c'] });
    await user.click(line.getByRole('checkbox', { name: 'Lire' }));
    await user.click(line.getByRole('checkbox', { name: 'Compter' }));
    expect(answer()).toBeUndefined();
  });

  test('the fault of a line is tied to that line, where the summary leads', () => {
    show(question, { r1: 'a' }, [{ path: ['q', 'r2'], message: 'Répondez à la ligne « À la maison ».' }]);
    const line = screen.getByRole('group', { name: /À la maison/ });
    expect(line.id).toBe('q-q-row-r2');
    expect(document.getElementById(line.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Répondez',
    );
  });
});

describe('territory', () => {
  const question: Question = {
    code: 'q',
    type: 'territory',
    label: 'Votre académie ?',
    levels: ['academie'],
  };

  test('is a native list of the thirty académies by region, and those outside', async () => {
    const { user, answer } = show(question);
    const field = await screen.findByRole('combobox', { name: 'Votre académie ?' });
    await screen.findByRole('option', { name: 'Lille' });
    expect(within(field).getAllByRole('group')).toHaveLength(19);
    await user.selectOptions(field, 'Lille');
    expect(answer()).toEqual({ level: 'academie', code: '09' });
    await user.selectOptions(field, 'Choisir dans la liste');
    expect(answer()).toBeUndefined();
  });

  test('several levels: first which one, then which territory', async () => {
    const { user, answer } = show({ ...question, label: 'Où ?', levels: ['departement', 'etablissement'] });
    await user.selectOptions(screen.getByRole('combobox'), 'Un département');
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Un département' }),
      'Pas-de-Calais',
    );
    expect(answer()).toEqual({ level: 'departement', code: '62' });
    await user.selectOptions(screen.getByRole('combobox', { name: /quel territoire/ }), 'Un établissement');
    mockNetwork({});
    await user.type(screen.getByRole('searchbox', { name: /Nom, commune ou code/ }), '0620001a{Enter}');
    await user.click(await screen.findByRole('radio', { name: /0620001A/ }));
    expect(answer()).toEqual({ level: 'etablissement', code: '0620001A' });
    await user.click(screen.getByRole('button', { name: 'Effacer ce choix' }));
    expect(answer()).toEqual({ level: 'etablissement', code: '' });
  });
});

test('consent is a checkbox whose label is the question', async () => {
  const { user, answer } = show(
    { code: 'q', type: 'consent', label: 'J’accepte.', required: true },
    undefined,
    [{ path: ['q'], message: 'Cochez cette case pour continuer.' }],
  );
  const box = screen.getByRole('checkbox', { name: /J’accepte\./ });
  expect(box.getAttribute('aria-invalid')).toBe('true');
  await user.click(box);
  expect(answer()).toBe(true);
  await user.click(box);
  expect(answer()).toBeUndefined();
});

test('a file question says that files are not received yet', () => {
  show({ code: 'q', type: 'file', label: 'Votre affiche' });
  expect(screen.getByText(/pas encore possible/)).toBeTruthy();
});
