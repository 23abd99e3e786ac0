import { Page } from '@preau/ui';
import { Link } from 'react-router';

/** A child is refused kindly: what they can do here is said before what they cannot. */
export function TooYoung() {
  return (
    <Page
      title="Votre avis compte aussi"
      step="moins-de-15-ans"
      breadcrumb={[{ label: 'Se connecter', to: '/connexion' }]}
    >
      <p className="fr-text--lead">
        Vous pouvez répondre au questionnaire sans compte, et lire tout le site.
      </p>
      <p>
        Pour écrire ici sous un nom, la loi demande d’avoir 15 ans. C’est pour vous protéger&nbsp;: aucun
        compte n’a été créé et votre adresse n’a pas été gardée. Un parent ou un professeur peut aussi porter
        votre idée dans le débat.
      </p>
      <Link className="fr-btn" to="/">
        Voir la concertation et son questionnaire
      </Link>
    </Page>
  );
}
