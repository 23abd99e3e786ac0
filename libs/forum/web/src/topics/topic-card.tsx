import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { accentClass, formatNumber, ThemeAccent, unbroken } from '@preau/ui';
import { Link } from 'react-router';
import { AuthorLine } from '../authors/author-line';
import { ofName } from '../message/post-fields';
import { Moment } from '../moments/moment';
import { topicPath } from '../paths';
import { newMessages } from '../reading/new-messages-words';
import { TopicBadges } from './topic-badges';

export const topicCard = graphql(`
  fragment TopicCard on Topic {
    id
    title
    excerpt
    postCount
    supports
    activeAt
    unreadCount
    isMuted
    theme {
      slug
      shortTitle
      accent
      pictogram
    }
    author {
      id
      name
      kind
      isVerifiedTeacher
    }
    official {
      name
    }
    ...TopicBadges
  }
`);

interface TopicCardProps {
  readonly consultation: string;
  readonly topic: FragmentType<typeof topicCard>;
  /** Under which headings the list stands. */
  readonly as?: 'h2' | 'h3';
  /** Left out where the whole page is about one theme. */
  readonly withTheme?: boolean;
}

const words = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** A topic in a list: enough to know whether to open it. */
export function TopicCard({ consultation, topic, as: Title = 'h3', withTheme = true }: TopicCardProps) {
  const shown = readFragment(topicCard, topic);
  const { id, title, excerpt, theme, author, official, postCount, supports, activeAt, unreadCount } = shown;
  const isFolded = shown.isMuted && !official;
  return (
    <article className={`preau-topic ${accentClass(theme.accent)}`}>
      <ThemeAccent accent={theme.accent} pictogram={theme.pictogram} size="small" />
      <div className="preau-topic__words">
        <TopicBadges topic={shown} />
        <Title className="preau-topic__title">
          <Link to={topicPath(consultation, id)}>{unbroken(title)}</Link>
        </Title>
        <p className="preau-topic__by">
          {withTheme ? <span className="preau-topic__theme">{theme.shortTitle}</span> : null}
          {isFolded && author ? (
            <span>{`${ofName(author.name)}, que vous avez choisi de ne plus voir`}</span>
          ) : (
            <AuthorLine author={author ?? null} service={official?.name} isTopic />
          )}
        </p>
        {excerpt && !isFolded ? <p className="preau-topic__excerpt">{excerpt}</p> : null}
        <ul className="preau-topic__facts">
          {unreadCount ? <li className="preau-topic__new">{newMessages(unreadCount)}</li> : null}
          <li>
            <strong>{formatNumber(postCount)}</strong> {words(postCount, 'réponse', 'réponses')}
          </li>
          <li>
            <strong>{formatNumber(supports)}</strong> {words(supports, 'soutien', 'soutiens')}
          </li>
          <li>
            {postCount === 0 ? 'ouvert ' : 'dernier message '}
            <Moment value={activeAt} />
          </li>
        </ul>
      </div>
    </article>
  );
}
