import '../answering/answering.css';
import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { GraphQLFailure } from '@preau/graphql';
import { Empty, Failure, Loading, Page, Pagination, StatusMessage } from '@preau/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { KeptAnswerCard } from './kept-answer-card';
import { LinkForm } from './link-form';
import { failed, myAnswersMessages as words } from './messages';
import { myAnswersQuery, unlinkResponse } from './my-answers-query';

/** /mon-espace/reponses: every draft and response of whoever is signed in. */
export function MyAnswersPage() {
  const list = useInfiniteQuery(myAnswersQuery);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const { data, error, refetch } = list;

  if (error instanceof GraphQLFailure && error.code === 'UNAUTHENTICATED') {
    return <Navigate to="/connexion?retour=/mon-espace/reponses" replace />;
  }
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label={words.loading} />;

  const answers = data.pages.flatMap(({ nodes }) => nodes);
  const changed = (news: string) => {
    setSaid(news);
    setFault('');
    void refetch();
  };
  const remove = (code: string) => {
    unlinkResponse(code).then(
      () => changed(words.removed),
      (cause: unknown) => setFault(failed(cause)),
    );
  };
  return (
    <Page title={words.title} breadcrumb={[{ label: 'Mon espace', to: '/mon-espace' }]} lead={words.lead}>
      <StatusMessage>{said}</StatusMessage>
      <div role="alert">{fault ? <Alert small severity="error" description={fault} /> : null}</div>
      {answers.length === 0 ? (
        <Empty action={<Button linkProps={{ to: '/' }}>{words.browse}</Button>}>{words.none}</Empty>
      ) : (
        <>
          <ul className="preau-kept-list">
            {answers.map((answer) => (
              <KeptAnswerCard key={answer.id} answer={answer} onRemove={remove} />
            ))}
          </ul>
          {list.hasNextPage ? (
            <Pagination
              shown={answers.length}
              hasMore
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          ) : null}
        </>
      )}
      <p className="fr-text--sm preau-measure fr-mt-4w">{words.privacy}</p>
      <LinkForm onLinked={changed} />
    </Page>
  );
}
