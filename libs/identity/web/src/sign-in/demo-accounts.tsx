/** The accounts of the demonstration data: offered as one click where mails can be read at /dev/mail. */
const DEMO_ACCOUNTS = [
  { email: 'ministere@preau.test', who: 'Équipe du ministère' },
  { email: 'coordination@preau.test', who: 'Coordination académique' },
  { email: 'moderation@preau.test', who: 'Modération' },
  { email: 'enseignante@preau.test', who: 'Enseignante' },
  { email: 'participant@preau.test', who: 'Participant' },
  { email: 'admin@preau.test', who: 'Administration' },
  { email: 'premiere-fois@preau.test', who: 'Quelqu’un qui n’a pas de compte' },
] as const;

interface DemoAccountsProps {
  readonly onChoose: (email: string) => void;
}

export function DemoAccounts({ onChoose }: DemoAccountsProps) {
  return (
    <section className="preau-sign-in__demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="fr-h6">
        Comptes de démonstration
      </h2>
      <p className="fr-text--sm">
        Choisissez un compte pour remplir le champ. Ici, aucun message ne part&nbsp;: vous les lirez tous sur
        la <a href="/dev/mail">page des messages de démonstration</a>.
      </p>
      <ul className="preau-sign-in__accounts">
        {DEMO_ACCOUNTS.map(({ email, who }) => (
          <li key={email}>
            <button
              type="button"
              className="fr-tag"
              onClick={() => {
                onChoose(email);
              }}
            >
              {who}
              <span className="fr-sr-only">&nbsp;: remplir avec {email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
