import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cookie, Page } from 'playwright-core';
import { mailFolder } from './browser';
import { mailsTo } from './product';

export interface MailedSignIn {
  readonly link: string;
  readonly code: string;
}

/** Signed in to an account that others use too: by the session an earlier journey opened, since an address receives three mails an hour. */
export async function signIn(page: Page, email: string): Promise<void> {
  const file = join(mailFolder(), `../session-${email}.json`);
  const kept = read(file);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto('/mon-espace');
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (new URL(page.url()).pathname === '/mon-espace') return;
  }
  await signInByMail(page, email);
  writeFileSync(file, JSON.stringify(await page.context().cookies()));
}

function read(file: string): Cookie[] | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Cookie[];
  } catch {
    return null;
  }
}

/** Signs in as a person does: address, mail, link, confirm button. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  const before = mailsTo(mailFolder(), email).length;
  await page.goto('/connexion');
  await page
    .getByLabel(/adresse/i)
    .first()
    .fill(email);
  await page
    .getByRole('button', { name: /recevoir|envoyer|continuer/i })
    .first()
    .click();
  await page.goto((await mailedSignIn(page, email, before)).link);
  await page
    .getByRole('button', { name: /connect|confirm/i })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

/** What the newest mail to an address holds, once there are more of them than were known. */
export async function mailedSignIn(page: Page, email: string, known = 0): Promise<MailedSignIn> {
  for (let look = 0; look < 100; look += 1) {
    const mails = mailsTo(mailFolder(), email);
    const newest = mails.length > known ? (mails.at(-1) ?? '') : '';
    const link = /https?:\/\/\S+\/connexion\/confirmer#[\w-]+/.exec(newest)?.[0];
    const code = /^(\d{6})$/m.exec(newest)?.[1];
    if (link && code) return { link, code };
    await page.waitForTimeout(200);
  }
  throw new Error(`No mail arrived for ${email}`);
}
