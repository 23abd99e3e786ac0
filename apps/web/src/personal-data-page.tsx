import { processings } from 'preau:processings';
import { ContentPage } from './content-page';
import blocks from './content/donnees-personnelles.md';

const list = (items: readonly string[]) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

/** The text on personal data, then the register itself: the same file the operator keeps. */
export function Component() {
  return (
    <ContentPage slug="donnees-personnelles" blocks={blocks}>
      <p>
        Le même registre, à emporter{'\u00a0'}:{' '}
        <a href="/exports/processings.csv" download>
          pour un tableur (CSV)
        </a>{' '}
        ou{' '}
        <a href="/exports/processings.json" download>
          pour un programme (JSON)
        </a>
        .
      </p>
      {processings.map((one) => (
        <section key={one.code} className="preau-register" aria-labelledby={`registre-${one.code}`}>
          <h3 id={`registre-${one.code}`}>{one.title}</h3>
          <dl>
            <dt>But</dt>
            <dd>{one.purpose}</dd>
            <dt>Base légale</dt>
            <dd>{list(one.bases.map((base) => base.text))}</dd>
            <dt>Personnes concernées</dt>
            <dd>{one.people}</dd>
            <dt>Données</dt>
            <dd>{list(one.data)}</dd>
            <dt>Qui y a accès</dt>
            <dd>{list(one.recipients)}</dd>
            <dt>Durée de conservation</dt>
            <dd>{one.retention}</dd>
            <dt>Transferts</dt>
            <dd>{one.transfers}</dd>
            <dt>Précautions</dt>
            <dd>{list(one.safeguards)}</dd>
            <dt>S’y opposer</dt>
            <dd>
              {one.opposition.possible ? 'Possible. ' : ''}
              {one.opposition.text}
            </dd>
          </dl>
        </section>
      ))}
    </ContentPage>
  );
}
