import { expect, test } from '@jest/globals';
import { isAutomatic, type MailHead } from './automatic-mail';

const head = (change: Partial<MailHead> & { readonly header?: [string, string] }): MailHead => ({
  headers: new Map(change.header ? [change.header] : []),
  envelopeFrom: 'dominique@preau.test',
  subject: 'Re: Quelqu’un a répondu à votre message',
  ...change,
});

test.each<[string, Parameters<typeof head>[0]]>([
  ['an answer of a machine', { header: ['auto-submitted', 'auto-replied'] }],
  ['one that a machine made', { header: ['auto-submitted', ' auto-generated (x)'] }],
  ['bulk mail', { header: ['precedence', 'bulk'] }],
  ['an old automatic reply', { header: ['precedence', 'AUTO_REPLY'] }],
  ['an automatic reply of a host', { header: ['x-autoreply', 'yes'] }],
  ['a list', { header: ['list-id', '<x.example.org>'] }],
  ['a report', { header: ['content-type', 'multipart/report; report-type=delivery-status'] }],
  ['news of a failure', { envelopeFrom: '' }],
  ['the daemon', { envelopeFrom: 'MAILER-DAEMON@mx.example.org' }],
  ['an absence in French', { subject: 'Réponse automatique : Re: Une réponse' }],
  ['an absence in English', { subject: 'Out of Office: Re: Une réponse' }],
])('%s is automatic', (_, change) => {
  expect(isAutomatic(head(change))).toBe(true);
});

test.each<[string, Parameters<typeof head>[0]]>([
  ['an answer', {}],
  ['one that says so', { header: ['auto-submitted', 'no'] }],
  ['first class', { header: ['precedence', 'first-class'] }],
  ['somebody whose name begins alike', { envelopeFrom: 'bouncer@preau.test' }],
  ['about absence', { subject: 'Re: L’absence du bureau de vote' }],
])('%s is not', (_, change) => {
  expect(isAutomatic(head(change))).toBe(false);
});
