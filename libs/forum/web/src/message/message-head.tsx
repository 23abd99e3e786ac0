import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { formatDateTime } from '@preau/ui';
import { Link } from 'react-router';
import { AuthorLine } from '../authors/author-line';
import { CitedLink } from '../conclusion/cited-link';
import { Moment } from '../moments/moment';
import { messagePath } from '../paths';
import { isNewTo } from '../reading/is-new';
import { useSeen } from '../reading/use-seen';
import { useTopicContext } from '../topic/topic-context';
import { nameOf, ofName, type ShownPost } from './post-fields';
import { STANCE_NAMES } from './stance';

interface MessageHeadProps {
  readonly post: ShownPost;
  readonly headingId: string;
  /** How deep it stands on the page, from 1: its heading follows. */
  readonly level: number;
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

/** Who, when, in what spirit. The date is the message's own address. */
export function MessageHead({ post, headingId, level }: MessageHeadProps) {
  const { slug, visit, solvedPostId, cited } = useTopicContext();
  const heading = useSeen<HTMLHeadingElement>(post.id, post.createdAt);
  const { id, topicId, author, official, createdAt, editedAt, stance, isProposition } = post;
  const Heading = HEADINGS[Math.min(level, HEADINGS.length) - 1] ?? 'h6';
  return (
    <div className="preau-message__head">
      <Heading ref={heading} id={headingId} tabIndex={-1} data-message={id} className="preau-message__author">
        {author || official ? (
          <AuthorLine author={author ?? null} service={official?.name} />
        ) : (
          'Message supprimé'
        )}
      </Heading>
      <p className="preau-message__facts">
        <Link to={messagePath(slug, topicId, id)}>
          <span className="fr-sr-only">{`Message ${ofName(nameOf(post))}, `}</span>
          <Moment value={createdAt} />
        </Link>
        {editedAt ? (
          <span title={formatDateTime(editedAt)}>
            modifié <Moment value={editedAt} />
          </span>
        ) : null}
        {isNewTo(visit, post) ? (
          <Badge small noIcon as="span" severity="new">
            Nouveau
          </Badge>
        ) : null}
        {stance ? (
          <Badge small noIcon as="span" className={`preau-stance preau-stance--${stance.toLowerCase()}`}>
            {STANCE_NAMES[stance]}
          </Badge>
        ) : null}
        {isProposition ? (
          <Badge small noIcon as="span" severity="info">
            Proposition
          </Badge>
        ) : null}
        {solvedPostId === id ? (
          <Badge small noIcon as="span" severity="success">
            Réponse retenue
          </Badge>
        ) : null}
        {cited.has(id) ? <CitedLink /> : null}
      </p>
    </div>
  );
}
