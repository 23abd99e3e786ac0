import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cookie, Page } from 'playwright-core';
import { CHARTER_VERSION } from '@preau/identity-domain';
import { ask, mailFolder } from './browser';
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
  const before = signInMails(email).length;
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

const LINK = /https?:\/\/\S+\/connexion\/confirmer#[\w-]+/;

/** The mails that let somebody sign in, the newest last; their address may receive others meanwhile. */
export const signInMails = (email: string): string[] =>
  mailsTo(mailFolder(), email).filter((mail) => LINK.test(mail));

/** What the newest mail to an address holds, once there are more of them than were known. */
export async function mailedSignIn(page: Page, email: string, known = 0): Promise<MailedSignIn> {
  for (let look = 0; look < 100; look += 1) {
    const mails = signInMails(email);
    const newest = mails.length > known ? (mails.at(-1) ?? '') : '';
    const link = LINK.exec(newest)?.[0];
    const code = /^(\d{6})$/m.exec(newest)?.[1];
    if (link && code) return { link, code };
    await page.waitForTimeout(200);
  }
  throw new Error(`No mail arrived for ${email}`);
}

/**
 * Somebody new, signed in on this page's browser without a look at the screens of it, which other journeys walk through.
 * Adult, and a parent.
 */
export async function newAccount(page: Page, displayName: string): Promise<{ id: string; email: string }> {
  const email = `e2e-${randomBytes(4).toString('hex')}@preau.test`;
  await signInUnseen(page, email);
  const register = `mutation ($input: RegisterInput!) {
    register(input: $input) { __typename ... on SignedIn { account { id } } }
  }`;
  const charterVersion = CHARTER_VERSION;
  const input = { age: 'ADULT', charterVersion, declaredRole: 'PARENT', displayName, isPseudonym: true };
  const { account } = (await ask<{ register: { account: { id: string } } }>(page, register, { input }))
    .register;
  return { id: account.id, email };
}

/** Signed in again, in this page's browser: a mail, its code, no screen. An address receives three mails an hour. */
export async function signInUnseen(page: Page, email: string): Promise<void> {
  const known = signInMails(email).length;
  await ask(page, 'mutation ($email: String!) { requestSignIn(email: $email) { expiresInMinutes } }', {
    email,
  });
  const { code } = await mailedSignIn(page, email, known);
  const confirm = `mutation ($email: String!, $code: String!) {
    confirmSignIn(email: $email, code: $code) { __typename }
  }`;
  await ask(page, confirm, { email, code });
}
