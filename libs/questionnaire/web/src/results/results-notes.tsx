/** How the figures were made, and why some are not there. */
export function ResultsNotes({ exact }: { readonly exact: boolean }) {
  return (
    <section className="preau-results__notes" aria-labelledby="lire-les-chiffres">
      <h2 id="lire-les-chiffres" className="fr-h5">
        Comment lire ces chiffres
      </h2>
      <p>
        Ces réponses sont volontaires&nbsp;: elles ne sont pas représentatives de la population. Elles disent
        ce qu’ont répondu les personnes qui ont pris part à la concertation, rien de plus.
      </p>
      <p>
        Chaque part porte sur les personnes à qui la question a été posée, y compris celles qui n’y ont pas
        répondu. Tout le monde ne reçoit pas les mêmes questions&nbsp;: cela dépend des réponses précédentes.
        Quand plusieurs réponses sont possibles, le total dépasse 100&nbsp;%.
      </p>
      {exact ? (
        <p>
          Ces chiffres sont exacts et réservés à l’équipe. Ne publiez pas ceux qui portent sur moins de onze
          personnes&nbsp;: on pourrait en reconnaître.
        </p>
      ) : (
        <>
          <h3 id="chiffres-manquants" className="fr-h6" tabIndex={-1}>
            Pourquoi certains chiffres manquent
          </h3>
          <p>
            Un chiffre qui porte sur moins de onze personnes n’est pas publié, pour que personne ne soit
            reconnu. Un deuxième chiffre manque parfois à côté&nbsp;: sans cela, une soustraction redonnerait
            le premier. Ces chiffres sont signalés par la mention «&nbsp;non publié&nbsp;».
          </p>
          <p>
            Pour la même raison, les chiffres avancent par paliers de onze réponses au moins. Une réponse
            envoyée à l’instant est bien enregistrée, mais elle n’apparaît pas tout de suite. Et l’on peut
            comparer ou restreindre, pas les deux à la fois.
          </p>
        </>
      )}
    </section>
  );
}
