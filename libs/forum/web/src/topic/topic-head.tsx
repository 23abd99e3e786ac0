import { accentClass, PageTitle, plural, ThemeAccent, Trail } from '@preau/ui';
import { Link } from 'react-router';
import type { DebatesFrame } from '../frame/use-debates-frame';
import { FeedLink } from '../feeds/feed-link';
import { FollowTopic } from '../following/follow-topic';
import { consultationPath, debatesPath, topicFeedPath } from '../paths';
import { TopicBadges } from '../topics/topic-badges';
import { titleOf } from './title';
import type { ShownTopic } from './topic-query';

interface TopicHeadProps {
  readonly topic: ShownTopic;
  readonly consultation: DebatesFrame;
  /** What the page shows of it, when not the whole; said in the window's title as well. */
  readonly part?: string;
}

/** The title of a topic on the colours of its theme. */
export function TopicHead({ topic, consultation, part }: TopicHeadProps) {
  const { theme, postCount } = topic;
  const { slug } = consultation;
  const title = titleOf(topic);
  return (
    <div className={`preau-topic-head ${accentClass(theme.accent)}`}>
      <div className="fr-container">
        <Trail
          crumbs={[
            { label: consultation.title, to: consultationPath(slug) },
            { label: 'Débats', to: debatesPath(slug) },
          ]}
          current={title}
        />
        <div className="preau-topic-head__title">
          <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} />
          <div>
            <PageTitle documentTitle={part ? `${part} — ${title}` : title}>{title}</PageTitle>
            <div className="preau-topic-head__facts">
              <Link to={debatesPath(slug, theme.slug)}>{theme.shortTitle}</Link>
              <span>{plural(postCount, 'réponse', 'réponses')}</span>
              <TopicBadges topic={topic} />
            </div>
            <FollowTopic topic={topic} />
            {topic.status === 'PUBLISHED' ? (
              <FeedLink
                href={topicFeedPath(slug, topic.id)}
                title={`Les messages de «\u00a0${title}\u00a0»`}
              />
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
}
