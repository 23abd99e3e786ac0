import { StatusMessage, useHeadingFocus } from '@preau/ui';
import { useState } from 'react';
import { DeletionForm } from './deletion-form';
import { PlannedDeletion } from './planned-deletion';

/** « Supprimer mon compte »: what goes, what stays, and a word to type; then the way to change one's mind. */
export function DeletionSection({ dueAt }: { readonly dueAt: string | null }) {
  const { heading, lead } = useHeadingFocus();
  const [said, setSaid] = useState('');
  const tell = (sentence: string) => {
    setSaid(sentence);
    lead();
  };
  return (
    <section aria-labelledby="supprimer">
      <h2 id="supprimer" ref={heading} tabIndex={-1}>
        Supprimer mon compte
      </h2>
      <StatusMessage>{said}</StatusMessage>
      {dueAt ? (
        <PlannedDeletion
          titleAs="h3"
          dueAt={dueAt}
          onKept={() => {
            tell('Votre compte est gardé.');
          }}
        />
      ) : (
        <>
          <h3>Ce qui est effacé</h3>
          <ul>
            <li>
              <strong>Tout de suite&nbsp;:</strong> le lien entre votre compte et vos réponses. Personne, pas
              même vous, ne pourra plus les retrouver sans leur code de récépissé. Vos autres sessions sont
              fermées.
            </li>
            <li>
              <strong>Dans 30 jours&nbsp;:</strong> votre adresse, votre nom, votre profil, vos rôles, vos
              moyens de connexion et les fichiers préparés pour vous.
            </li>
          </ul>
          <h3>Ce qui reste</h3>
          <ul>
            <li>vos réponses, qui ne portent aucun nom et comptent dans les résultats&nbsp;;</li>
            <li>ce que vous avez publié, signé «&nbsp;Contributeur supprimé&nbsp;»&nbsp;;</li>
            <li>
              pendant un an, comme la loi l’impose à tout hébergeur, l’adresse IP d’où chacun de vos messages
              a été publié, que seule la justice peut demander&nbsp;;
            </li>
            <li>les lignes du journal des accès, si vous avez eu un rôle dans l’équipe.</li>
          </ul>
          <p>Pendant 30 jours, il suffit de vous connecter pour changer d’avis.</p>
          <DeletionForm
            onPlanned={() => {
              tell('Votre demande est enregistrée. Un courriel vous la confirme.');
            }}
          />
        </>
      )}
    </section>
  );
}
