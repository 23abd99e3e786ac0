import '../notifications.css';
import { execute, graphql } from '@preau/graphql';
import { BigFigure, formatDateTime, GuardedFailure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { DeadMails } from './dead-mails';
import { DigestRuns } from './digest-runs';

const figuresQuery = graphql(`
  query MailFigures {
    mailFigures {
      queued
      failing
      dead
      sentInDay
      asOf
    }
  }
`);

/** /administration/envois: whether mails leave, which do not, how far the digests are. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-figures'],
    queryFn: async ({ signal }) => (await execute(figuresQuery, {}, { signal })).mailFigures,
    refetchInterval: 30_000,
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Page title="Envois de courriels" breadcrumb={[]} lead={`État au ${formatDateTime(data.asOf)}.`}>
      <ul className="preau-mailings__figures">
        <li>
          <BigFigure
            value={data.sentInDay}
            label={data.sentInDay < 2 ? 'envoyé en 24 heures' : 'envoyés en 24 heures'}
          />
        </li>
        <li>
          <BigFigure value={data.queued} label={`en attente, dont ${String(data.failing)} à réessayer`} />
        </li>
        <li>
          <BigFigure
            value={data.dead}
            label={data.dead < 2 ? 'impossible à envoyer' : 'impossibles à envoyer'}
          />
        </li>
      </ul>
      <DeadMails />
      <DigestRuns />
    </Page>
  );
}
