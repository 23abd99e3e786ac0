import { DEMO_PEOPLE } from './people';

const page = (title: string, main: string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} — Fournisseur de démonstration</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dev/fournisseur/style.css">
</head>
<body>
<header><p><strong>Fournisseur d’identité de démonstration</strong></p></header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;

/** Who to be, in one click. */
export const choicePage = page(
  'Qui êtes-vous\u00a0?',
  `<p>Cette page tient la place de ProConnect, d’ÉduConnect ou d’un guichet académique. <strong>Ces personnes sont inventées</strong>\u00a0: il n’y a
ni compte ni mot de passe, et rien ne sort de cette machine. Choisissez qui vous voulez être\u00a0; le site ne saura que ce qui est écrit dessous.</p>
<form method="post">
<ul>
${DEMO_PEOPLE.map(
  ({ id, who, told }) =>
    `<li><button name="person" value="${id}" aria-describedby="${id}">${who}</button><p id="${id}">Le site apprendra\u00a0: ${told}.</p></li>`,
).join('\n')}
</ul>
<p><button class="plain" name="person" value="">Annuler et revenir au site</button></p>
</form>`,
);

/** `form` is the provider's own, with its protection against requests from elsewhere. */
export const signOutPage = (form: string): string =>
  page(
    'Vous déconnecter aussi d’ici\u00a0?',
    `<p>Votre session sur le site est fermée. Celle du fournisseur de démonstration est encore ouverte.</p>
${form}
<p><button form="op.logoutForm" name="logout" value="yes">Me déconnecter aussi d’ici</button></p>
<p><button form="op.logoutForm" class="plain">Garder cette session et revenir au site</button></p>`,
  );

export const errorPage = page(
  'Cette demande ne sert plus',
  `<p>Elle a expiré, elle a déjà servi, ou le fournisseur de démonstration a été relancé entre-temps.</p>
<p><a href="/connexion">Revenir à la page de connexion du site</a></p>`,
);

export const STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 0; color: #161616; background: #fff; }
header { border-bottom: 4px solid #b34000; padding: 0.5rem 1rem; }
header p { max-width: 42rem; margin: 0 auto; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { line-height: 1.25; }
ul { list-style: none; padding: 0; }
li { margin-block: 1.5rem; }
li p { margin: 0.25rem 0 0; }
button { font: inherit; font-weight: 500; text-align: start; padding: 0.5rem 1rem; border: 1px solid #000091; color: #fff; background: #000091; cursor: pointer; }
button.plain { color: #000091; background: transparent; }
a { color: #000091; }
:focus-visible { outline: 2px solid #0a76f6; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; }
  header { border-color: #fc5d00; }
  button { color: #000091; background: #cacafb; border-color: #cacafb; }
  button.plain, a { color: #aeaeff; }
}
`;
