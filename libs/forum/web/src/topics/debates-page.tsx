import '../forum.css';
import { Failure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { FeedLink } from '../feeds/feed-link';
import { FollowTheme } from '../following/follow-theme';
import { Missing } from '../frame/missing';
import { PhaseNotice } from '../frame/phase-notice';
import { useDebatesFrame, type DebatesFrame } from '../frame/use-debates-frame';
import { OfficialLink } from '../official/official-link';
import { consultationPath, newTopicPath, themeFeedPath } from '../paths';
import { orderOf, TOPIC_ORDERS } from './order';
import { OrderSelect } from './order-select';
import { ThemeFilter } from './theme-filter';
import { TopicCard } from './topic-card';
import { TopicList } from './topic-list';
import { pinnedTopics } from './topics-query';

const READ = 'Relisez ce que d’autres ont vécu et proposé, et ce qu’on leur a répondu.';
const LEADS: Record<DebatesFrame['phase'], string> = {
  UPCOMING: 'On pourra y lire ce que d’autres vivent et proposent, leur répondre et ouvrir un sujet.',
  OPEN: 'Lisez ce que d’autres vivent et proposent, répondez-leur, ouvrez le sujet qui manque.',
  CLOSED: READ,
  REPORTED: READ,
};

/** /concertations/:slug/debats: every debate of a consultation, by theme and in the order one likes. */
export function Component() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const frame = useDebatesFrame(slug);
  const theme = frame.data?.themes.find((one) => one.slug === search.get('theme')) ?? null;
  const { data: pinned = [] } = useQuery({
    queryKey: ['debates-pinned', slug, theme?.slug ?? null],
    queryFn: ({ signal }) => pinnedTopics(slug, theme?.slug ?? null, signal),
    enabled: frame.data !== undefined,
  });
  if (frame.error) return <Failure error={frame.error} retry={() => void frame.refetch()} />;
  if (frame.data === undefined) return <Loading />;
  const consultation = frame.data;
  if (!consultation)
    return <Missing what="Cette concertation" to="/" label="Voir les concertations en cours" />;
  const order = orderOf(TOPIC_ORDERS, search.get('ordre'));
  const title = theme ? `Débats\u00a0: ${theme.shortTitle}` : 'Débats';
  const isOpen = consultation.phase === 'OPEN';
  return (
    <Page
      title={title}
      breadcrumb={[{ label: consultation.title, to: consultationPath(slug) }]}
      lead={LEADS[consultation.phase]}
    >
      <PhaseNotice consultation={consultation} />
      {isOpen ? (
        <p>
          <Link className="fr-btn fr-btn--icon-left fr-icon-add-line" to={newTopicPath(slug, theme?.slug)}>
            Ouvrir un sujet
          </Link>
        </p>
      ) : null}
      <OfficialLink slug={slug} theme={theme?.slug ?? null} />
      <ThemeFilter themes={consultation.themes} chosen={theme?.slug ?? null} />
      {theme ? (
        <div className="preau-theme-tools">
          <FollowTheme key={theme.id} consultation={slug} themeId={theme.id} />
          <FeedLink
            href={themeFeedPath(slug, theme.slug)}
            title={`Les sujets du thème ${theme.shortTitle}`}
          />
        </div>
      ) : null}
      {pinned.length > 0 ? (
        <section className="preau-pinned" aria-labelledby="epingles">
          <h2 id="epingles">À lire d’abord</h2>
          <ul className="preau-topics">
            {pinned.map((topic) => (
              <li key={topic.id}>
                <TopicCard consultation={slug} topic={topic} withTheme={theme === null} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="tous">
        <div className="preau-debates__head">
          <h2 id="tous">{theme ? 'Les sujets du thème' : 'Tous les sujets'}</h2>
          <OrderSelect label="Trier les sujets" choices={TOPIC_ORDERS} />
        </div>
        <TopicList
          key={`${theme?.slug ?? ''} ${order}`}
          asked={{ slug, theme: theme?.slug ?? null, order }}
          pinned={new Set(pinned.map(({ id }) => id))}
          empty={
            isOpen
              ? 'Personne n’a encore ouvert de sujet ici. Une question, une expérience de classe ou une idée suffit pour commencer.'
              : 'Il n’y a pas de sujet ici.'
          }
        />
      </section>
    </Page>
  );
}
