import { describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { readEml } from './eml';

/** Written as `Mailer` writes. */
async function written(subject: string, text: string, html?: string) {
  const to = 'ministere@preau.test';
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = await transport.sendMail({ from: 'Préau <p@preau.test>', to, subject, text, html });
  return (message as Buffer).toString('utf8');
}

describe('a written mail reads as it was', () => {
  const long = `https://preau.example.org/connexion/confirmer#${'Az09_-'.repeat(40)}`;
  test.each([
    ['plain', 'Hello', 'One line.\n'],
    ['accents', 'Votre lien de connexion à Préau', 'Bonjour,\n\nÇà et là : « été », l’œuvre… €\n'],
    ['a long subject', 'Été à l’école, '.repeat(12).trim(), 'x'],
    ['symbols that encodings use', 'a_b ? =3D', 'a=3Db =\n= fin\n_'],
    ['a long line', 'Lien', `Ouvrez :\n\n${long}\n\net « confirmez ».\n`],
    ['other scripts', '漢字 🎓 عربي', '漢字 🎓 عربي\n'.repeat(30)],
  ])('%s', async (_, subject, text) => {
    for (const html of [undefined, `<p lang="fr">${text}</p>`]) {
      const mail = readEml(await written(subject, text, html));
      expect({ ...mail, text: mail.text.trimEnd(), html: mail.html?.trimEnd() }).toEqual({
        to: 'ministere@preau.test',
        subject,
        date: expect.any(String),
        text: text.trimEnd(),
        html,
      });
      expect(Number.isNaN(Date.parse(mail.date))).toBe(false);
    }
  });
});

test('half a mail is read as far as it goes', () => {
  expect(readEml('To: a@preau.test\r\nSubject: coupé')).toEqual({
    to: 'a@preau.test',
    subject: 'coupé',
    date: '',
    text: '',
    html: null,
  });
  expect(readEml('')).toEqual({ to: '', subject: '', date: '', text: '', html: null });
});
