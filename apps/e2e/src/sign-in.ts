import type { Page } from 'playwright-core';
import { mailFolder } from './browser';
import { mailsTo } from './product';

/** Signs in as a person does: address, mail, link, confirm button. */
export async function signIn(page: Page, email: string): Promise<void> {
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
  const link = await mailedLink(page, email, before);
  await page.goto(link);
  await page
    .getByRole('button', { name: /connect|confirm/i })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

async function mailedLink(page: Page, email: string, known: number): Promise<string> {
  for (let look = 0; look < 100; look += 1) {
    const mails = mailsTo(mailFolder(), email);
    const link =
      mails.length > known ? /https?:\/\/\S+\/connexion\/confirmer#\S+/.exec(mails.at(-1) ?? '')?.[0] : null;
    if (link) return link;
    await page.waitForTimeout(200);
  }
  throw new Error(`No mail arrived for ${email}`);
}
