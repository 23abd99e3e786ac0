import { Button } from '@codegouvfr/react-dsfr/Button';
import { Failure, formatDateTime, Loading, takeFocus } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { topicKey } from '../topic/topic-query';
import { ChangedText } from './changed-text';
import { versionsOf } from './revisions-query';

interface PostHistoryProps {
  readonly post: { readonly id: string; readonly topicId: string; readonly revisionCount: number };
  /** Of a topic, as it is now. */
  readonly title?: string | null;
  readonly onClose: () => void;
}

/** How a message came to say what it says: each change, the latest first. */
export function PostHistory({ post, title = null, onClose }: PostHistoryProps) {
  const label = useId();
  const { data, error, refetch } = useQuery({
    queryKey: [...topicKey(post.topicId), 'history', post.id, post.revisionCount],
    queryFn: ({ signal }) => versionsOf(post.id, title, signal),
  });
  return (
    <div ref={takeFocus} tabIndex={-1} role="group" aria-labelledby={label} className="preau-history">
      <p id={label} className="preau-history__title">
        Historique des modifications
      </p>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label="Chargement de l’historique…" /> : null}
      {data?.length === 0 ? <p>L’historique de ce message ne peut pas être lu.</p> : null}
      <ul className="preau-history__versions">
        {data?.slice(0, -1).map((version, at) => {
          const before = data[at + 1];
          if (!before) return null;
          return (
            <li key={data.length - at}>
              <p className="preau-message__facts">
                <span>
                  Modifié le <time dateTime={version.writtenAt}>{formatDateTime(version.writtenAt)}</time>
                </span>
              </p>
              {version.title !== before.title ? (
                <ChangedText before={before.title ?? ''} after={version.title ?? ''} />
              ) : null}
              {version.body === before.body && version.title === before.title ? (
                <p>Les images ont changé.</p>
              ) : (
                <ChangedText before={before.body} after={version.body} />
              )}
            </li>
          );
        })}
      </ul>
      <Button priority="secondary" size="small" onClick={onClose}>
        Fermer l’historique
      </Button>
    </div>
  );
}
