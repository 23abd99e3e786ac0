import { Button } from '@codegouvfr/react-dsfr/Button';
import { formatNumber } from './format';
import { StatusMessage } from './states';

interface PaginationProps {
  /** How many are on the screen. */
  readonly shown: number;
  readonly total?: number | null;
  readonly hasMore: boolean;
  readonly loading?: boolean;
  readonly onMore: () => void;
}

/** The end of a list paged by cursor: how many are shown of how many, and the rest on demand. */
export function Pagination({ shown, total, hasMore, loading = false, onMore }: PaginationProps) {
  const count = typeof total === 'number' ? ` sur ${formatNumber(total)}` : '';
  const said = shown < 2 ? 'affiché' : 'affichés';
  return (
    <div className="preau-pagination">
      <StatusMessage>{`${formatNumber(shown)}${count} ${said}`}</StatusMessage>
      {hasMore ? (
        <Button priority="secondary" onClick={onMore} disabled={loading}>
          {loading ? 'Chargement…' : 'Afficher la suite'}
        </Button>
      ) : null}
    </div>
  );
}
