import type { Page } from 'playwright-core';

/** What has the focus, as far as somebody who only types needs to know. */
export interface Focused {
  readonly tag: string;
  readonly type: string | null;
  readonly id: string;
  readonly text: string;
  readonly checked: boolean;
  readonly value: string;
  readonly isInMain: boolean;
  /** Whether the focus is drawn, and on the screen rather than behind something. */
  readonly isVisible: boolean;
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const label = element.labels?.[0] ?? element;
    const boxes = [element, label].map((one) => one.getBoundingClientRect());
    const style = [element, label].map((one) => getComputedStyle(one));
    const isDrawn = style.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
    );
    const isDrawnAround = ['::before', '::after'].some((pseudo) =>
      [element, label].some((one) => getComputedStyle(one, pseudo).outlineStyle !== 'none'),
    );
    // Inside a date, the browser itself marks the day, the month, the year or the calendar, out of reach from here.
    const isDrawnWithin = element.type === 'date';
    return {
      tag: element.tagName,
      type: element.getAttribute('type'),
      id: element.id,
      text: (element.textContent ?? '').trim().replace(/\s+/g, ' '),
      checked: element.checked,
      value: element.value,
      isInMain: element.closest('main') !== null,
      isVisible:
        (isDrawn || isDrawnAround || isDrawnWithin) &&
        boxes.some((box) => box.bottom > 0 && box.top < innerHeight),
    };
  });
}

/** As far as a page may reasonably have controls. */
const MOST_TABS = 80;

/** Goes to a control with the Tab key alone, and sees that one sees where one is. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))) continue;
    if (!(await focused(page)).isVisible) throw new Error(`${selector} does not show that it has the focus`);
    return;
  }
  throw new Error(`${selector} is not reached with the Tab key`);
}

/** Goes to the next control whose words begin so, with the Tab key alone. */
export async function tabToText(page: Page, begins: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    const { text, isVisible } = await focused(page);
    if (!text.startsWith(begins)) continue;
    if (!isVisible) throw new Error(`« ${begins} » does not show that it has the focus`);
    return;
  }
  throw new Error(`« ${begins} » is not reached with the Tab key`);
}

/** Presses a control with the keyboard alone, once it is there. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** Answers one field with keys alone. Unknown kinds are left as they are. */
async function answer(page: Page, field: Focused, words: string): Promise<void> {
  const { tag, type } = field;
  if (type === 'radio' && !field.checked) await page.keyboard.press('Space');
  else if (
    type === 'checkbox' &&
    !field.checked &&
    /-(exercises|college|network|lend|check|texts_reuse|other)$/.test(field.id)
  ) {
    await page.keyboard.press('Space');
  } else if (tag === 'SELECT' && field.value === '') {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  } else if (type === 'date' && field.value === '') await page.keyboard.type('03022015');
  else if (type === 'number' && field.value === '') await page.keyboard.type('3');
  else if (tag === 'TEXTAREA' && field.value === '') await page.keyboard.type(words);
  else if (type === 'text' && field.value === '') {
    await page.keyboard.type(field.id.includes('since') ? '2004' : words);
  } else if (tag === 'BUTTON' && field.text.startsWith('Classer')) await page.keyboard.press('Enter');
}

const MOST_KEYS = 900;

/**
 * Walks through the questionnaire from its first page to the receipt with Tab, Space, Enter, arrows and letters.
 * Returns the fields that had the focus without showing it. Throws when the receipt is not reached.
 */
export async function answerByKeyboard(page: Page, words: string): Promise<string[]> {
  const unseen: string[] = [];
  for (let key = 0; key < MOST_KEYS; key += 1) {
    await page.keyboard.press('Tab');
    const field = await focused(page);
    if (!field.isInMain) continue;
    if (!field.isVisible) unseen.push(field.id || field.text);
    if (/^(Commencer|Suivant|Vérifier mes réponses|Envoyer mes réponses)$/.test(field.text)) {
      const heading = await page.locator('h1').innerText();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (before) =>
          document.querySelector('h1')?.innerText !== before && document.activeElement?.tagName === 'H1',
        heading,
      );
      if (page.url().endsWith('/recepisse')) return unseen;
    } else await answer(page, field, words);
  }
  throw new Error(`The receipt was not reached: ${page.url()}`);
}
