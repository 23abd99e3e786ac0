import type { PostStatus } from '@preau/forum-domain';

const TRACES: Record<Exclude<PostStatus, 'PUBLISHED'>, { mine: string; others: string }> = {
  DELETED: {
    mine: 'Ce message a été supprimé par son auteur.',
    others: 'Ce message a été supprimé par son auteur.',
  },
  HIDDEN: {
    mine: 'Votre message a été masqué par la modération. Vous seul le voyez encore.',
    others: 'Ce message a été masqué par la modération.',
  },
  HELD: {
    mine: 'En attente de relecture\u00a0: vous seul voyez ce message jusqu’à sa publication.',
    others: 'Ce message est en attente de relecture.',
  },
};

interface TraceProps {
  readonly status: PostStatus;
  readonly isMine: boolean;
}

/** What there is to say of a message that not everybody reads. */
export function Trace({ status, isMine }: TraceProps) {
  if (status === 'PUBLISHED') return null;
  return <p className="preau-message__trace">{TRACES[status][isMine ? 'mine' : 'others']}</p>;
}
