import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newVisitor } from './browser';

const ENGINE = 'libs/questionnaire/domain';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The engine as one script that leaves its runner on the window. Built apart: the bundler does not run inside Jest. */
function engineScript(): string {
  const outDir = mkdtempSync(join(tmpdir(), 'preau-engine-'));
  const config = 'apps/e2e/engine.vite.config.ts';
  const vite = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    config,
    '--outDir',
    outDir,
    '--logLevel',
    'error',
  ];
  execFileSync(process.execPath, vite, { stdio: 'inherit' });
  const script = readFileSync(join(outDir, 'engine.js'), 'utf8');
  rmSync(outDir, { recursive: true });
  return script;
}

test('the golden cases come out the same in a browser as under Node', async () => {
  const files = readdirSync(`${ENGINE}/golden`).filter((name) => name.endsWith('.json'));
  const cases = files.flatMap((name) => {
    const content = JSON.parse(readFileSync(`${ENGINE}/golden/${name}`, 'utf8')) as object | object[];
    return Array.isArray(content) ? content : [content];
  });
  expect(cases.length).toBeGreaterThanOrEqual(25);
  const { runGoldenCase } = await import('@preau/questionnaire-domain');
  const { page, context } = await newVisitor(browser);
  await page.goto('about:blank');
  await page.addScriptTag({ content: engineScript() });
  // As text: what carries arguments to the page drops keys such as __proto__.
  const inBrowser = await page.evaluate((text) => {
    const { engine } = globalThis as unknown as { engine: { runGoldenCase: (one: object) => unknown } };
    return (JSON.parse(text) as object[]).map((one) => JSON.stringify(engine.runGoldenCase(one)));
  }, JSON.stringify(cases));
  expect(inBrowser).toEqual(cases.map((one) => JSON.stringify(runGoldenCase(one as never))));
  await context.close();
});
