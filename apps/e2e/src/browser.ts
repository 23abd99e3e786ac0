import { readFileSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findChromium } from '@preau/launcher';

/** Where the product under test is, said by the global setup. */
export const siteUrl = () => process.env['E2E_URL'] ?? '';
export const mailFolder = () => process.env['E2E_MAIL'] ?? '';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args, headless: true });
}

/** A new visitor: own storage, French, with every script error and refused resource collected. */
export async function newVisitor(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: siteUrl(),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: PHONE,
    ...options,
  });
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(fault.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page: await context.newPage(), faults };
}

/** One operation, with the cookies of the page's browser, which keeps those it is given: what is not the subject of a journey. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.request.post(`${siteUrl()}/graphql`, { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: object };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Reads again until it is there: what follows from a message is done a moment after it. */
export async function until<Found>(page: Page, look: () => Promise<Found | null>): Promise<Found> {
  for (let times = 0; times < 150; times += 1) {
    const found = await look();
    if (found !== null) return found;
    await page.waitForTimeout(200);
  }
  throw new Error(`It never came: ${page.url()}`);
}

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** What axe finds on the page as it stands, a line each. The page's own policy forbids the script, hence `bypassCSP`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
  }, TAGS);
}
