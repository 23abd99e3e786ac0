import { formatDateTime } from '@preau/ui';
import { relativeTime } from './relative-time';

/** An instant as people say it; exact in its tooltip and for machines. */
export function Moment({ value }: { readonly value: string }) {
  return (
    <time dateTime={value} title={formatDateTime(value)}>
      {relativeTime(value, Date.now())}
    </time>
  );
}
