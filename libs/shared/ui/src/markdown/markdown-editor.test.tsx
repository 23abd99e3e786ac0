import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { imageMarkdown } from '@preau/markdown';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState, type ComponentProps } from 'react';
import { MemoryRouter } from 'react-router';
import { MarkdownEditor, type MarkdownEditorHandle } from './markdown-editor';

afterEach(cleanup);

const IMAGE = '00000000-0000-4000-8000-000000000001';

type Props = Partial<ComponentProps<typeof MarkdownEditor>> & { readonly initial?: string };

function Writing({ initial = '', ...props }: Props) {
  const [value, setValue] = useState(initial);
  return (
    <MemoryRouter>
      <MarkdownEditor
        id="texte"
        label="Votre message"
        max={200}
        value={value}
        onChange={setValue}
        {...props}
      />
    </MemoryRouter>
  );
}

function write(props: Props = {}) {
  render(<Writing {...props} />);
  return screen.getByLabelText<HTMLTextAreaElement>(/Votre message/);
}

const select = (field: HTMLTextAreaElement, start: number, end: number) => {
  field.focus();
  field.setSelectionRange(start, end);
};
const selected = (field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd);
const tool = (name: string) => within(screen.getByRole('toolbar')).getByRole('button', { name });

describe('the toolbar', () => {
  test('acts on what is selected, and gives the field back', async () => {
    const field = write({ initial: 'un mot ici' });
    select(field, 3, 6);
    await userEvent.click(tool('Gras'));
    expect([field.value, selected(field)]).toEqual(['un **mot** ici', 'mot']);
    expect(document.activeElement).toBe(field);
    await userEvent.click(tool('Gras'));
    expect([field.value, selected(field)]).toEqual(['un mot ici', 'mot']);
    await userEvent.click(tool('Citation'));
    await userEvent.click(tool('Liste à puces'));
    expect(field.value).toBe('- > un mot ici');
  });

  test('is one stop of the Tab key, walked with the arrows', async () => {
    const field = write();
    const buttons = within(screen.getByRole('toolbar')).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Gras',
      'Italique',
      'Titre',
      'Citation',
      'Liste à puces',
      'Liste numérotée',
      'Lien',
    ]);
    screen.getByRole('tab', { name: 'Écrire' }).focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(tool('Gras'));
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(tool('Lien'));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(tool('Italique'));
    await userEvent.tab();
    expect(document.activeElement).toBe(field);
    await userEvent.tab({ shift: true });
    expect(document.activeElement).toBe(tool('Italique'));
  });

  test('offers images and people only when they can be chosen', async () => {
    const onMention = jest.fn();
    const field = write({
      initial: 'Voici ',
      onImage: (insert) => insert(imageMarkdown(IMAGE, 'Un plan')),
      onMention,
    });
    select(field, 6, 6);
    await userEvent.click(tool('Ajouter une image'));
    expect(field.value).toBe(`Voici ![Un plan](image:${IMAGE})`);
    await userEvent.click(tool('Mentionner quelqu’un'));
    expect(onMention).toHaveBeenCalledTimes(1);
  });
});

describe('the keyboard', () => {
  test.each([
    ['b', '**mot**'],
    ['i', '*mot*'],
    ['k', '[mot](https://)'],
  ])('Ctrl+%s', async (key, after) => {
    const field = write({ initial: 'mot' });
    select(field, 0, 3);
    await userEvent.keyboard(`{Control>}${key}{/Control}`);
    expect(field.value).toBe(after);
  });

  test('what a browser keeps for itself is left to it', async () => {
    const field = write({ initial: 'mot' });
    select(field, 0, 3);
    await userEvent.keyboard('{Control>}{Shift>}i{/Shift}{/Control}{Alt>}b{/Alt}');
    expect(field.value).not.toContain('*');
  });

  test('typing goes on after a change', async () => {
    const field = write();
    field.focus();
    await userEvent.keyboard('{Control>}b{/Control}gras');
    expect(field.value).toBe('**gras**');
  });
});

test('a change is typed into the browser’s own history when it can be', async () => {
  const typed: string[] = [];
  const field = write({ initial: 'un mot' });
  select(field, 3, 6);
  document.execCommand = (command: string, _ui?: boolean, text = '') => {
    typed.push(`${command} ${text}`);
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    return field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  try {
    await userEvent.click(tool('Gras'));
    expect(typed).toEqual(['insertText **mot**']);
    expect([field.value, selected(field)]).toEqual(['un **mot**', 'mot']);
  } finally {
    Reflect.deleteProperty(document, 'execCommand');
  }
});

describe('the preview', () => {
  test('shows the message as it will be, and the field comes back as it was', async () => {
    const field = write({ initial: '# Titre\n\n**gras**', headingLevel: 4 });
    await userEvent.click(screen.getByRole('tab', { name: 'Aperçu' }));
    const panel = screen.getByRole('tabpanel', { name: 'Aperçu' });
    expect(await within(panel).findByRole('heading', { level: 4, name: 'Titre' })).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Écrire' }));
    expect(screen.getByLabelText(/Votre message/)).toBe(field);
  });

  test('of nothing says so', async () => {
    write({ initial: ' ' });
    await userEvent.click(screen.getByRole('tab', { name: 'Aperçu' }));
    expect(screen.getByText('Rien à afficher pour le moment.')).toBeTruthy();
  });
});

describe('a passage that is quoted', () => {
  test('comes into the text, even while the preview is shown', async () => {
    const ref = createRef<MarkdownEditorHandle>();
    const field = write({ initial: 'Bonjour', ref });
    select(field, 7, 7);
    await userEvent.click(screen.getByRole('tab', { name: 'Aperçu' }));
    const path = `/forum/messages/${IMAGE}`;
    act(() => ref.current?.quote({ passage: 'Un mot.', author: 'Camille', path }));
    expect(screen.getByRole('toolbar')).toBeTruthy();
    expect(field.value).toBe(`Bonjour\n\n> [Camille](${path})\u00a0:\n>\n> Un mot.\n\n`);
    expect(document.activeElement).toBe(field);
  });
});

describe('the field', () => {
  test('has its hint and its fault', () => {
    const field = write({ hint: 'Restez courtois.', error: 'Écrivez un message.', required: true });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Restez courtois.', 'Écrivez un message.']);
    expect(screen.getByText('(obligatoire)')).toBeTruthy();
  });

  test('says aloud what is left near the end only', () => {
    const says = () => screen.getByRole('status').textContent;
    write({ initial: 'a'.repeat(100) });
    expect(says()).toBe('');
    cleanup();
    write({ initial: 'a'.repeat(175) });
    expect(says()).toBe('Il reste 40\u00a0caractères.');
    cleanup();
    write({ initial: 'a'.repeat(203) });
    expect(says()).toBe('3\u00a0caractères de trop.');
  });

  test('explains its signs to whoever asks', async () => {
    write();
    const help = screen.getByText('Aide à la mise en forme');
    await userEvent.click(help);
    expect((await screen.findByText('en gras')).tagName).toBe('STRONG');
  });
});
