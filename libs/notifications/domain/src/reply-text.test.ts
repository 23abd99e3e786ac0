import { describe, expect, test } from '@jest/globals';
import { CUT_LINE, replyText } from './reply-text';

const OURS = `${CUT_LINE}\n\nRépondez à ce message pour répondre dans le débat.\n\nBonjour,`;
const quoted = (text: string) => text.replace(/^/gm, '> ');

describe('what somebody wrote, without what they answer', () => {
  test.each([
    [
      'Gmail in French',
      `Oui.\n\nLe dim. 22 nov. 2026 à 10:00, Préau <ne-pas-repondre@preau.test> a écrit :\n\n${quoted(OURS)}`,
    ],
    [
      'Gmail in French, its line broken',
      `Oui.\n\nLe dim. 22 nov. 2026 à 10:00, Préau <ne-pas-repondre@preau.test> a\nécrit :\n\n${quoted(OURS)}`,
    ],
    [
      'Gmail in English',
      `Oui.\n\nOn Sun, Nov 22, 2026 at 10:00 AM Préau <ne-pas-repondre@preau.test>\nwrote:\n\n${quoted(OURS)}`,
    ],
    ['Thunderbird in French', `Oui.\n\nLe 22/11/2026 à 10:00, Préau a écrit\u00a0:\n${quoted(OURS)}\n`],
    ['Thunderbird in English', `Oui.\r\n\r\nOn 22/11/2026 10:00, Préau wrote:\r\n${quoted(OURS)}`],
    [
      'Outlook in French',
      `Oui.\n\nDe : Préau <ne-pas-repondre@preau.test>\nEnvoyé : dimanche 22 novembre 2026 10:00\nÀ : Dominique\nObjet : Une réponse\n\n${OURS}`,
    ],
    [
      'Outlook in English',
      `Oui.\n\n________________________________\nFrom: Préau <ne-pas-repondre@preau.test>\nSent: Sunday, November 22, 2026 10:00\nTo: Dominique\nSubject: Une réponse\n\nBonjour,`,
    ],
    [
      'Outlook, HTML turned to text',
      `Oui.\n\n*De :* Préau\n*Date :* dimanche\n*Objet :* Une réponse\n\nBonjour`,
    ],
    ['an older Outlook', `Oui.\n\n-----Message d'origine-----\nDe : Préau\n\nBonjour`],
    [
      'a telephone',
      `Oui.\n\nEnvoyé de mon iPhone\n\n> Le 22 nov. 2026 à 10:00, Préau <ne-pas-repondre@preau.test> a écrit :\n> \n${quoted(OURS)}`,
    ],
    ['our line alone', `Oui.\n\n${OURS}`],
    ['our line quoted', `Oui.\n\n${quoted(OURS)}`],
    ['a signature', 'Oui.\n-- \nDominique Petit\n06 00 00 00 00'],
    ['nothing quoted', '\n\n  Oui.  \n\n'],
    [
      'written under what it answers',
      `Le 22/11/2026 à 10:00, Préau a écrit :\n${quoted(OURS)}\n\nOui.\n-- \nDominique`,
    ],
  ])('%s', (_, mail) => {
    expect(replyText(mail)).toBe('Oui.');
  });

  test('a passage quoted among one’s own words stays, and so does who said it', () => {
    const own = 'Le proviseur a écrit :\n\n> Il manque des prises.\n\nC’est vrai, 12 salles sur 20.';
    expect(replyText(`${own}\n\nLe 22/11/2026 à 10:00, Préau a écrit :\n${quoted(OURS)}`)).toBe(own);
    expect(replyText('De : la cour\nÀ : la salle')).toBe('De : la cour\nÀ : la salle');
  });

  test.each(['', OURS, quoted(OURS), `De : Préau\nDate : hier\n\nBonjour`, '-- \nDominique'])(
    'nothing of one’s own: %j',
    (mail) => {
      expect(replyText(mail)).toBe('');
    },
  );
});
