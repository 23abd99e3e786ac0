import type { Locator, Page } from 'playwright-core';

/** How soon an open page must know that its session has ended. */
export const WITHIN_FIVE_SECONDS = { timeout: 5_000 };

/** What the page says, without being touched, when its session has ended. */
export const sessionEnded = (page: Page): Locator =>
  page.getByRole('alertdialog', { name: 'Votre session est terminée' });

/** Opens a page of somebody signed in, as far as the server has agreed to tell it what happens. */
export async function openLive(page: Page, path: string): Promise<void> {
  const opening = page.waitForEvent('websocket');
  await page.goto(path);
  await (await opening).waitForEvent('framereceived');
}
