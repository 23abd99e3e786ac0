import '../forum.css';
import { formatNumber, plural } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FeedLink } from '../feeds/feed-link';
import { FollowTheme } from '../following/follow-theme';
import { useDebatesFrame } from '../frame/use-debates-frame';
import { debatesPath, newTopicPath, themeFeedPath } from '../paths';
import { TopicCard } from './topic-card';
import { topicsPage } from './topics-query';

const SHOWN = 3;

interface ThemeDebatesProps {
  readonly consultation: string;
  readonly theme: string;
}

/** The debates of a theme on its page: the liveliest, how many there are, and how to join in. */
export default function ThemeDebates({ consultation, theme }: ThemeDebatesProps) {
  const { data: frame } = useDebatesFrame(consultation);
  const { data } = useQuery({
    queryKey: ['debates-of-theme', consultation, theme],
    queryFn: ({ signal }) =>
      topicsPage({ slug: consultation, theme, order: 'ACTIVITY', first: SHOWN }, null, signal),
  });
  // A part of another page: it comes when it can, and leaves no hole when it cannot.
  if (!data || !frame) return null;
  const topics = data.edges.map(({ node }) => node);
  const isOpen = frame.phase === 'OPEN';
  if (topics.length === 0 && !isOpen) return null;
  const shown = frame.themes.find(({ slug }) => slug === theme);
  const total = data.totalCount ?? topics.length;
  return (
    <section className="preau-section preau-theme-debates" aria-labelledby="debats">
      <h2 id="debats">Débats</h2>
      {topics.length > 0 ? (
        <>
          <p>
            {total > topics.length
              ? `Les ${formatNumber(topics.length)} derniers animés, sur ${formatNumber(total)}.`
              : `${plural(total, 'sujet', 'sujets')} sur ce thème.`}
          </p>
          <ul className="preau-topics">
            {topics.map((topic) => (
              <li key={topic.id}>
                <TopicCard consultation={consultation} topic={topic} withTheme={false} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Personne n’a encore ouvert de sujet sur ce thème. Le premier peut être le vôtre.</p>
      )}
      {shown ? (
        <div className="preau-theme-tools">
          <FollowTheme consultation={consultation} themeId={shown.id} />
          <FeedLink
            href={themeFeedPath(consultation, theme)}
            title={`Les sujets du thème ${shown.shortTitle}`}
          />
        </div>
      ) : null}
      <ul className="fr-btns-group fr-btns-group--inline-sm">
        {isOpen ? (
          <li>
            <Link className="fr-btn" to={newTopicPath(consultation, theme)}>
              Ouvrir un sujet
            </Link>
          </li>
        ) : null}
        {topics.length > 0 ? (
          <li>
            <Link className="fr-btn fr-btn--secondary" to={debatesPath(consultation, theme)}>
              Tous les débats du thème
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
