import { Button } from '@codegouvfr/react-dsfr/Button';
import { plural } from '@preau/ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { messageId } from '../message/message-id';
import { nameOf, ofName, readPost, type ShownPost } from '../message/post-fields';
import { useMutedIds } from '../muting/use-muted-ids';
import { messagePath } from '../paths';
import { useAddPosts } from '../thread/use-added';
import { useTopicContext } from '../topic/topic-context';
import { useNewPosts } from './use-new-posts';

/** Links to messages whose place is not loaded; beyond, the topic is read again. */
const ELSEWHERE_SHOWN = 5;

/** Says that others have written, and shows it when asked: nothing moves under whoever reads. */
export function NewMessages({ topicId }: { readonly topicId: string }) {
  const { arriving } = useTopicContext();
  const addPosts = useAddPosts(topicId);
  const { posts: arrived, clear } = useNewPosts(topicId);
  const muted = useMutedIds(arrived.length > 0);
  const posts = arrived.map((post) =>
    muted.has(readPost(post).author?.id ?? '') ? { ...post, isMuted: true } : post,
  );
  // Those of people one muted go to their place with the others, and are no news themselves.
  const count = posts.filter(({ isMuted }) => !isMuted).length;
  const [elsewhere, setElsewhere] = useState<readonly ShownPost[]>([]);
  const show = () => {
    const shown = posts.map(readPost);
    const far = withoutPlace(shown);
    const first = shown.find((post) => !far.includes(post) && !post.isMuted);
    if (first) arriving.current = first.id;
    setElsewhere(far);
    addPosts(posts);
    clear();
  };
  return (
    <div className="preau-live">
      <p role="status" className="fr-sr-only">
        {count > 0 ? 'De nouveaux messages sont arrivés.' : ''}
      </p>
      {count > 0 ? (
        <Button iconId="fr-icon-refresh-line" onClick={show}>
          {plural(count, 'nouveau message', 'nouveaux messages')}
        </Button>
      ) : null}
      {elsewhere.length > 0 ? <Elsewhere posts={elsewhere} /> : null}
    </div>
  );
}

/** Those that answer a message which is not on the page, and is not among them. */
function withoutPlace(posts: readonly ShownPost[]): ShownPost[] {
  const placed = new Set<string>();
  return posts.filter(({ id, parentId }) => {
    const hasPlace =
      !parentId || placed.has(parentId) || document.getElementById(messageId(parentId)) !== null;
    if (hasPlace) placed.add(id);
    return !hasPlace;
  });
}

function Elsewhere({ posts }: { readonly posts: readonly ShownPost[] }) {
  const { slug } = useTopicContext();
  return (
    <div className="preau-live__elsewhere">
      <p>Plus loin dans ce sujet&nbsp;:</p>
      <ul>
        {posts.slice(-ELSEWHERE_SHOWN).map((post) => (
          <li key={post.id}>
            <Link to={messagePath(slug, post.topicId, post.id)}>{`Réponse ${ofName(nameOf(post))}`}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
