import type { ReadMail } from './eml';
import { escapeHtml } from './escape-html';

export interface ListedMail extends ReadMail {
  readonly file: string;
}

const parisTime = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'long',
  timeStyle: 'medium',
});

function time({ date }: ReadMail): string {
  const instant = new Date(date);
  if (Number.isNaN(instant.getTime())) return escapeHtml(date);
  return `<time datetime="${instant.toISOString()}">${escapeHtml(parisTime.format(instant))}</time>`;
}

/** Escaped text whose web addresses can be followed; the punctuation that ends a sentence is not part of them. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} — Préau</title>
<link rel="stylesheet" href="/dev/mail/style.css">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`;
}

/** The mails of the demonstration, newest first; `more` older ones are not shown. */
export function mailListPage(mails: readonly ListedMail[], more: number): string {
  const items = mails.map(
    (mail) =>
      `<li><a href="/dev/mail/${escapeHtml(mail.file)}">${escapeHtml(mail.subject)}</a><br>À ${escapeHtml(mail.to)}, ${time(mail)}</li>`,
  );
  const list =
    items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>` : '<p>Aucun courriel n’a encore été envoyé.</p>';
  const older = more > 0 ? `<p>Plus anciens, non affichés\u00a0: ${more}.</p>` : '';
  return page(
    'Courriels de la démonstration',
    `<p>Sur cette instance de démonstration, les courriels ne partent pas\u00a0: ils arrivent ici, les plus récents d’abord.</p>
<p><a href="/dev/mail">Actualiser la liste</a> · <a href="/">Revenir au site</a></p>
${list}
${older}`,
  );
}

export function mailPage(mail: ListedMail): string {
  const styled =
    mail.html === null
      ? ''
      : `<p><a href="/dev/mail/${escapeHtml(mail.file)}/html">Voir la version mise en forme</a></p>\n`;
  return page(
    mail.subject,
    `<p><a href="/dev/mail">Tous les courriels</a></p>
<p>À ${escapeHtml(mail.to)}, ${time(mail)}</p>
<hr>
${styled}<p class="text">${withLinks(mail.text.trimEnd())}</p>`,
  );
}

/** Plain and legible, in light as in dark. */
export const DEV_MAIL_STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 0; color: #161616; background: #fff; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { line-height: 1.25; }
li { margin-block: 0.75rem; }
a { color: #000091; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; }
  a { color: #aeaeff; }
}
`;
