import '../forum.css';
import { Failure, Loading, Page, useSessionState } from '@preau/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { Missing } from '../frame/missing';
import { PhaseNotice } from '../frame/phase-notice';
import { useDebatesFrame } from '../frame/use-debates-frame';
import { consultationPath, debatesPath } from '../paths';
import { NewTopicForm } from './new-topic-form';
import type { SuggestionsPlace } from './suggestions-place';

/** /concertations/:slug/debats/nouveau: a topic to be. `?theme=` is the theme one came from. */
export function NewTopicPage({ Suggestions }: { readonly Suggestions: SuggestionsPlace }) {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const { data: consultation, error, refetch } = useDebatesFrame(slug);
  const session = useSessionState();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  // Whose draft it is must be known before it is written on.
  if (consultation === undefined || session === 'UNKNOWN') return <Loading />;
  if (!consultation)
    return <Missing what="Cette concertation" to="/" label="Voir les concertations en cours" />;
  const theme = consultation.themes.find((one) => one.slug === search.get('theme'))?.slug ?? '';
  return (
    <Page
      title="Ouvrir un sujet"
      breadcrumb={[
        { label: consultation.title, to: consultationPath(slug) },
        { label: 'Débats', to: debatesPath(slug) },
      ]}
    >
      <PhaseNotice consultation={consultation} />
      {consultation.phase === 'OPEN' ? (
        <>
          <div className="preau-charter">
            <p>
              Un sujet, une question. Parlez de ce que vous connaissez, sans nommer d’élève ni de collègue.
              Vous signez de votre nom ou de votre pseudonyme, et chacun peut vous lire.
            </p>
            <p>
              <Link to="/charte">Lire la charte des débats</Link>
            </p>
          </div>
          <NewTopicForm consultation={consultation} theme={theme} Suggestions={Suggestions} />
        </>
      ) : (
        <p>
          <Link to={debatesPath(slug)}>Lire les débats</Link>
        </p>
      )}
    </Page>
  );
}
