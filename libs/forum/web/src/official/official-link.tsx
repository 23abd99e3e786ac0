import { formatNumber } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { officialPath } from '../paths';
import { officialCount } from './official-query';

/** Leads to what the ministry wrote in these debates, with how much of it there is; nothing when there is none. */
export function OfficialLink({ slug, theme }: { readonly slug: string; readonly theme: string | null }) {
  const { data = 0 } = useQuery({
    queryKey: ['official-count', slug, theme],
    queryFn: ({ signal }) => officialCount(slug, theme, signal),
  });
  if (data === 0) return null;
  return (
    <p className="preau-official-link">
      <Link to={officialPath(slug, theme ?? undefined)}>
        {`Réponses du ministère (${formatNumber(data)})`}
      </Link>
    </p>
  );
}
