import { Button } from '@codegouvfr/react-dsfr/Button';
import { Empty, Failure, formatNumber, Loading } from '@preau/ui';
import { useEffect, useRef } from 'react';
import { readPost, type ShownPost } from '../message/post-fields';
import { TopicReply } from '../reply/topic-reply';
import { OrderSelect } from '../topics/order-select';
import { POST_ORDERS, type Order } from '../topics/order';
import type { ShownTopic } from '../topic/topic-query';
import { Branch } from './branch';
import { useAdded } from './use-added';
import { useThread } from './use-thread';

interface ThreadProps {
  readonly topic: ShownTopic;
  readonly order: Order;
  /** The reply to the topic that the page begins with. */
  readonly from?: string | null;
  /** Messages asked for by their address, with what they hang under. */
  readonly asked?: readonly ShownPost[];
}

const NONE: readonly ShownPost[] = [];

/** The replies to a topic, each with its branch. */
export function Thread({ topic, order, from = null, asked = NONE }: ThreadProps) {
  const list = useRef<HTMLUListElement>(null);
  const thread = useThread(topic.id, order, from);
  const extra = [...asked, ...useAdded(topic.id)];
  const loaded = thread.roots.map((root) => ({ root, post: readPost(root) }));
  const ids = new Set(loaded.map(({ post }) => post.id));
  const written = extra
    .filter(({ id, depth }) => depth === 1 && !ids.has(id) && id !== from)
    .map((post) => ({ root: null, post }));
  const roots = order === 'OLDEST' ? [...loaded, ...written] : [...written.toReversed(), ...loaded];
  const underEach = byBranch(extra);
  const focusOn = useRef<'first' | 'next' | null>(null);
  const lastBefore = useRef(0);
  const count = roots.length;
  useEffect(() => {
    const which = focusOn.current;
    if (!which || thread.isFetching) return;
    focusOn.current = null;
    const at = which === 'first' ? 0 : lastBefore.current;
    list.current?.children[at]?.querySelector<HTMLElement>('[data-message]')?.focus();
  }, [count, thread.isFetching]);
  const load = (which: 'first' | 'next') => {
    focusOn.current = which;
    lastBefore.current = order === 'OLDEST' ? loaded.length : count;
    void (which === 'first' ? thread.fetchPreviousPage() : thread.fetchNextPage());
  };
  return (
    <section className="preau-thread" aria-labelledby="reponses">
      <div className="preau-debates__head">
        <h2 id="reponses">Réponses</h2>
        {topic.postCount > 1 && from === null ? (
          <OrderSelect label="Ordre des réponses" choices={POST_ORDERS} />
        ) : null}
      </div>
      {thread.error && !thread.data ? (
        <Failure error={thread.error} retry={() => void thread.refetch()} />
      ) : null}
      {!thread.data && !thread.error ? <Loading label="Chargement des réponses…" /> : null}
      {thread.data && count === 0 ? (
        <Empty>
          {topic.viewerCan.reply ? 'Personne n’a encore répondu. Lancez l’échange.' : 'Personne n’a répondu.'}
        </Empty>
      ) : null}
      {thread.hasPreviousPage ? (
        <Button
          priority="secondary"
          className="preau-thread__before"
          disabled={thread.isFetching}
          onClick={() => {
            load('first');
          }}
        >
          {thread.isFetchingPreviousPage ? 'Chargement…' : 'Messages précédents'}
        </Button>
      ) : null}
      <ul ref={list} className="preau-roots">
        {roots.map(({ root, post }) => (
          <Branch key={post.id} root={root} post={post} extra={underEach.get(post.id) ?? NONE} />
        ))}
      </ul>
      {thread.hasNextPage ? (
        <div className="preau-pagination">
          <p className="preau-status">{`${formatNumber(count)} ${count < 2 ? 'fil affiché' : 'fils affichés'}`}</p>
          <Button
            priority="secondary"
            disabled={thread.isFetching}
            onClick={() => {
              load('next');
            }}
          >
            {thread.isFetchingNextPage ? 'Chargement…' : 'Messages suivants'}
          </Button>
        </div>
      ) : null}
      <p role="alert">
        {thread.isFetchNextPageError || thread.isFetchPreviousPageError
          ? 'Ces messages n’ont pas pu être lus. Réessayez.'
          : ''}
      </p>
      {topic.viewerCan.reply && count > 0 ? <TopicReply /> : null}
    </section>
  );
}

function byBranch(posts: readonly ShownPost[]): ReadonlyMap<string | null, readonly ShownPost[]> {
  const groups = new Map<string | null, ShownPost[]>();
  for (const post of posts) {
    const branch = post.branchId ?? null;
    groups.set(branch, [...(groups.get(branch) ?? []), post]);
  }
  return groups;
}
