import { accentClass, ThemeAccent, unbroken } from '@preau/ui';
import { Link } from 'react-router';
import { AuthorLine } from '../authors/author-line';
import { Moment } from '../moments/moment';
import { messagePath, topicPath } from '../paths';
import type { OfficialPost } from './official-query';

interface OfficialCardProps {
  readonly slug: string;
  readonly post: OfficialPost;
  /** Left out where the whole page is about one theme. */
  readonly withTheme: boolean;
}

/** What a service answered, in a list: how it begins, in which topic, when. */
export function OfficialCard({ slug, post, withTheme }: OfficialCardProps) {
  const { id, topicId, excerpt, createdAt, official, topic } = post;
  if (!topic) return null;
  const isTopic = id === topicId;
  return (
    <article className={`preau-topic ${accentClass(topic.theme.accent)}`}>
      <ThemeAccent accent={topic.theme.accent} pictogram={topic.theme.pictogram} size="small" />
      <div className="preau-topic__words">
        <p className="preau-topic__by">
          {withTheme ? <span className="preau-topic__theme">{topic.theme.shortTitle}</span> : null}
          <AuthorLine author={null} service={official?.name} isTopic={isTopic} />
        </p>
        <h2 className="preau-topic__title">
          <Link to={isTopic ? topicPath(slug, id) : messagePath(slug, topicId, id)}>
            {unbroken(isTopic ? topic.title : `Dans\u00a0: ${topic.title}`)}
          </Link>
        </h2>
        <p className="preau-topic__excerpt">{excerpt}</p>
        <p className="preau-message__facts">
          <Moment value={createdAt} />
        </p>
      </div>
    </article>
  );
}
