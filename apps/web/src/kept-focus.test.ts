import { afterEach, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { keepFocus } from './kept-focus';

keepFocus();

const [button, other] = ['Enregistrer', 'Annuler'].map((text) => {
  const made = document.createElement('button');
  made.textContent = text;
  document.body.append(made);
  return made;
}) as [HTMLButtonElement, HTMLButtonElement];
afterEach(() => {
  button.disabled = false;
});

/** As browsers do, and this one does not. */
function disable() {
  button.focus();
  button.blur();
  button.disabled = true;
}

test('a button that was disabled while it had the focus has it again when it can be used again', async () => {
  disable();
  expect(document.activeElement).toBe(document.body);
  button.disabled = false;
  await waitFor(() => {
    expect(document.activeElement).toBe(button);
  });
});

test('the focus stays where the person has put it meanwhile', async () => {
  disable();
  other.focus();
  const seen = new Promise((resolve) => {
    new MutationObserver(resolve).observe(button, { attributeFilter: ['disabled'] });
  });
  button.disabled = false;
  await seen;
  expect(document.activeElement).toBe(other);
});
