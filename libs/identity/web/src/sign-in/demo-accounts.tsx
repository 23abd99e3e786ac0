import accounts from '@preau/data/demo/accounts.json' with { type: 'json' };

interface DemoAccountsProps {
  readonly onChoose: (email: string) => void;
}

/** The accounts of the demonstration data: offered as one click where mails can be read at /dev/mail. */
export function DemoAccounts({ onChoose }: DemoAccountsProps) {
  return (
    <section className="preau-sign-in__demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="fr-h6">
        Comptes de démonstration
      </h2>
      <p className="fr-text--sm">
        Choisissez un compte pour remplir le champ, puis demandez le lien. Ici, aucun message ne part&nbsp;:
        vous les lirez tous sur la <a href="/dev/mail">page des messages de démonstration</a>.
      </p>
      <ul className="preau-sign-in__accounts">
        {accounts.map(({ email, who }) => (
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
