import { Failure, formatDay, Loading, StatusMessage } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { STATES } from './messages';
import { OpposeForm } from './oppose-form';
import { oppositionsOfMine } from './operations';

/** « M’opposer à un usage »: what was asked for and answered, and the form. */
export function OpposeSection({ accountId }: { readonly accountId: string }) {
  const [said, setSaid] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['my-oppositions'],
    queryFn: ({ signal }) => oppositionsOfMine(signal),
  });
  return (
    <section aria-labelledby="opposer">
      <h2 id="opposer">M’opposer à un usage</h2>
      <p>
        Vous pouvez demander que vos données ne servent plus à un usage, pour une raison qui tient à votre
        situation. L’équipe répond dans un délai d’un mois, par courriel et ici. Certains usages ne peuvent
        pas être refusés&nbsp;: <Link to="/donnees-personnelles">la page Données personnelles</Link> dit
        pourquoi.
      </p>
      <StatusMessage>{said}</StatusMessage>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && data.myOppositions.length > 0 ? (
        <>
          <h3>Mes oppositions</h3>
          <ul className="preau-oppositions">
            {data.myOppositions.map((one) => (
              <li key={one.id}>
                <p>
                  <strong>{one.processing?.title ?? 'Un usage qui n’existe plus'}</strong>, demandée le{' '}
                  {formatDay(new Date(one.createdAt))}. {STATES[one.state]}
                  {one.answeredAt ? ` le ${formatDay(new Date(one.answeredAt))}` : ''}.
                </p>
                <blockquote>{one.reason}</blockquote>
                {one.answer ? <p>Réponse de l’équipe&nbsp;: {one.answer}</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {data ? (
        <OpposeForm
          accountId={accountId}
          processings={data.processings.filter(({ opposition }) => opposition.possible)}
          onFiled={() => {
            setSaid('Votre opposition est enregistrée.');
            void refetch();
          }}
        />
      ) : null}
    </section>
  );
}
