import './administration.css';
import '../identity.css';
import { GuardedFailure, Loading, Page } from '@preau/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { AccountFacts } from './account-facts';
import { AccountGrants } from './account-grants';
import { AccountHistory } from './account-history';
import { readAccount } from './account-query';
import { Done } from './done';
import { GrantForm } from './grant-form';
import { ACCOUNTS, ADMINISTRATION } from './places';
import { SecondFactorNotice } from './second-factor-notice';
import { SecondFactorSection } from './second-factor-section';
import { SuspensionSection } from './suspension-section';

/** /administration/comptes/…: somebody, their rights, and what was done with them. */
export function Component() {
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const [said, setSaid] = useState({ words: '' });
  const { data, error, refetch } = useQuery({
    queryKey: ['administered-account', id],
    queryFn: ({ signal }) => readAccount(id, signal),
    // Each look is written down: coming back to the window is none.
    refetchOnWindowFocus: false,
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { account, me } = data;
  const trail = [ADMINISTRATION, ACCOUNTS];
  if (!account) {
    return (
      <Page title="Compte introuvable" breadcrumb={trail}>
        <p>Ce compte n’existe pas, ou n’existe plus.</p>
      </Page>
    );
  }
  const changed = async (sentence: string) => {
    setSaid({ words: sentence });
    await queries.invalidateQueries();
  };
  return (
    <Page title={account.displayName} breadcrumb={trail}>
      <div className="preau-admin">
        <Done said={said} />
        <AccountFacts account={account} />
        {account.id === me?.id ? (
          <p>C’est votre compte&nbsp;: un autre administrateur peut changer vos droits.</p>
        ) : null}
        <AccountGrants account={account} onChanged={changed} />
        {account.viewerCan.grant ? (
          <section aria-labelledby="donner-un-role">
            <h2 id="donner-un-role">Donner un rôle</h2>
            <SecondFactorNotice />
            <GrantForm accountId={account.id} onChanged={changed} />
          </section>
        ) : null}
        <SecondFactorSection account={account} onChanged={changed} />
        <SuspensionSection account={account} onChanged={changed} />
        <AccountHistory accountId={account.id} />
      </div>
    </Page>
  );
}
