import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatNumber } from '@preau/ui';
import { memo, useEffect, useRef } from 'react';
import { messageId } from '../message/message-id';
import type { ShownPost } from '../message/post-fields';
import { MessageTree } from './message-tree';
import { BRANCH_PAGE, type Root } from './thread-query';
import { treeUnder } from './tree';
import { useBranch } from './use-branch';

interface BranchProps {
  readonly post: ShownPost;
  /** As it came with what hangs under it; null for one that was just written. */
  readonly root: Root | null;
  /** Messages that hang under it and came otherwise: just written, or asked for by their address. */
  readonly extra: readonly ShownPost[];
}

/** A reply to the topic with all that is loaded under it, and a way to the rest. Drawn again when it changes, not with each of its neighbours. */
export const Branch = memo(function Branch({ post, root, extra }: BranchProps) {
  const place = useRef<HTMLLIElement>(null);
  const known = useRef<ReadonlySet<string> | null>(null);
  const { posts, hasMore, isLoading, hasFailed, loadMore } = useBranch(post.topicId, post.id, root);
  const loaded = new Map([...posts, ...extra].map((one) => [one.id, one]));
  const left = Math.max(1, post.branchCount - [...loaded.values()].filter(isPublished).length);
  const next = Math.min(BRANCH_PAGE, left);
  useEffect(() => {
    const before = known.current;
    if (isLoading || !before || loaded.size < before.size) return;
    known.current = null;
    const headings = place.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [];
    [...headings].find(({ dataset }) => !before.has(dataset['message'] ?? ''))?.focus();
  }, [isLoading, loaded.size]);
  return (
    <li ref={place} className="preau-branch" id={`fil-${messageId(post.id)}`}>
      <MessageTree branch={treeUnder(post, [...loaded.values()])} level={1} under={null} />
      {hasMore ? (
        <Button
          priority="tertiary no outline"
          size="small"
          iconId="fr-icon-arrow-down-s-line"
          disabled={isLoading}
          onClick={() => {
            known.current = new Set([...loaded.keys(), post.id]);
            loadMore();
          }}
        >
          {isLoading
            ? 'Chargement…'
            : next === 1
              ? 'Afficher la réponse suivante'
              : `Afficher les ${formatNumber(next)} réponses suivantes`}
        </Button>
      ) : null}
      <p role="alert">{hasFailed ? 'Ces réponses n’ont pas pu être lues. Réessayez.' : ''}</p>
    </li>
  );
});

const isPublished = ({ status }: ShownPost) => status === 'PUBLISHED';
