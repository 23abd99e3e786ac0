import { Link } from 'react-router';

const STEPS = [
  {
    title: 'Vous répondez',
    text: 'Sur un téléphone ou un ordinateur, avec ou sans compte. Vos réponses sont gardées à chaque changement : arrêtez-vous quand vous voulez.',
  },
  {
    title: 'Vous gardez un récépissé',
    text: 'Un code prouve que votre réponse est arrivée. Il permet de la relire et de la corriger jusqu’à la clôture. Lui seul : rien ne relie une réponse à une personne.',
  },
  {
    title: 'Tout le monde lit les résultats',
    text: 'Ils paraissent pendant la concertation, comparés d’un profil à l’autre. Les groupes de moins de 11 personnes ne sont pas montrés.',
  },
];

/** What happens, in three steps, for somebody who has never taken part. */
export function HowItWorks() {
  return (
    <section className="preau-band" aria-labelledby="comment">
      <div className="fr-container preau-section">
        <h2 id="comment">Comment ça se passe</h2>
        <ol className="preau-steps">
          {STEPS.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <p className="preau-measure">
          Pas d’ordinateur, pas de connexion ?{' '}
          <Link to="/aide#participer-sans-internet">Participez sans internet</Link> : par téléphone, sur
          papier ou avec quelqu’un.
        </p>
      </div>
    </section>
  );
}
