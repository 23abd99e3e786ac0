import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DESKTOP, launchBrowser, newVisitor, PHONE } from './browser';
import { answerByKeyboard } from './keyboard';
import { signIn } from './sign-in';

const QUESTIONNAIRE = '/concertations/numerique-2015/questionnaires/votre-avis';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a person answers by keyboard alone on a phone, and the ministry finds that very answer in the CSV', async () => {
  const words = `Parcours au clavier ${randomUUID()} ; « guillemets » et é`;
  const visitor = await newVisitor(browser, { viewport: PHONE });
  await visitor.page.goto(QUESTIONNAIRE);
  await visitor.page.waitForSelector('h1');
  expect(await answerByKeyboard(visitor.page, words)).toEqual([]);

  const receipt = await visitor.page.locator('main').innerText();
  const code = /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/.exec(receipt)?.[0] ?? '';
  expect(code).not.toBe('');
  expect(visitor.faults).toEqual([]);

  // The code opens the answers again on any device.
  const elsewhere = await newVisitor(browser);
  await elsewhere.page.goto('/reponse');
  await elsewhere.page.getByLabel(/code/i).first().fill(code);
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByText(words).first().waitFor();

  const staff = await newVisitor(browser, { viewport: DESKTOP, acceptDownloads: true });
  await signIn(staff.page, 'ministere@preau.test');
  await staff.page.goto('/pilotage');
  await staff.page
    .getByRole('link', { name: /votre avis/i })
    .first()
    .click();
  // The button writes straight to a file the person chooses; the plain link beside it is what a test can follow.
  const downloading = staff.page.waitForEvent('download');
  await staff.page.locator('a[href*="responses.csv"]').first().click();
  const file = await (await downloading).path();
  const csv = readFileSync(file, 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const line = csv.split('\r\n').find((one) => one.includes(words.replaceAll('"', '""'))) ?? '';
  expect(line).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-/);
  expect(line).toContain(';teacher;');
  expect(csv).not.toContain(code);
  expect(staff.faults).toEqual([]);
  await Promise.all([visitor, elsewhere, staff].map(({ context }) => context.close()));
});
