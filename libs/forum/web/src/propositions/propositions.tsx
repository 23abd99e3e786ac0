import { Button } from '@codegouvfr/react-dsfr/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { MessageImages } from '../images/message-images';
import { MessageBody } from '../message/message-body';
import { useEscape } from '../message/use-escape';
import { usePanel } from '../message/use-panel';
import { nameOf, ofName, readPost, type ShownPost } from '../message/post-fields';
import { Folded } from '../muting/folded';
import { messagePath } from '../paths';
import { SupportButton } from '../support/support-button';
import { useAdded } from '../thread/use-added';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { PropositionForm } from './proposition-form';
import { propositionsPage } from './propositions-query';

/** What people propose in a topic, the most supported first, and a way to propose. */
export function Propositions({
  topicId,
  canPropose,
}: {
  readonly topicId: string;
  readonly canPropose: boolean;
}) {
  const { resumed } = useTopicContext();
  const { panel, open, close, leave } = usePanel(
    resumed?.panel === 'proposition' && canPropose ? 'reply' : null,
  );
  const inForm = useEscape<HTMLDivElement>(close);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...topicKey(topicId), 'propositions'],
    queryFn: ({ pageParam, signal }) => propositionsPage(topicId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
    refetchOnWindowFocus: false,
  });
  const read = data?.pages.flatMap((page) => page?.edges.map(({ node }) => readPost(node)) ?? []) ?? [];
  const added = useAdded(topicId).filter(({ isProposition }) => isProposition);
  const shown = [...new Map([...read, ...added].map((post) => [post.id, post])).values()].filter(
    ({ body }) => typeof body === 'string',
  );
  // It waits for its list: a button that jumps away under the finger is worse than one that comes late.
  if (!data || (shown.length === 0 && !canPropose)) return null;
  return (
    <section className="preau-propositions" aria-labelledby="propositions">
      <h2 id="propositions">Propositions</h2>
      {shown.length > 0 ? (
        <ul>
          {shown.map((post) => (
            <li key={post.id}>
              <Proposition post={post} />
            </li>
          ))}
        </ul>
      ) : (
        <p>Une idée courte que d’autres pourraient soutenir&nbsp;? Faites la première proposition.</p>
      )}
      <div className="preau-form-buttons">
        {hasNextPage ? (
          <Button
            priority="tertiary"
            size="small"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {isFetchingNextPage ? 'Chargement…' : 'Voir plus de propositions'}
          </Button>
        ) : null}
        {canPropose && panel === null ? (
          <Button
            priority="secondary"
            size="small"
            onClick={() => {
              open('reply');
            }}
          >
            Faire une proposition
          </Button>
        ) : null}
      </div>
      {panel === null ? null : (
        <div ref={inForm}>
          <PropositionForm onClose={close} onPosted={leave} />
        </div>
      )}
    </section>
  );
}

function Proposition({ post }: { readonly post: ShownPost }) {
  const { slug } = useTopicContext();
  const name = nameOf(post);
  const words = (
    <>
      <MessageBody body={post.body ?? ''} under={2} />
      <MessageImages images={post.images} name={name} />
      <div className="preau-message__actions">
        <SupportButton post={post} name={name} />
        <Link className="preau-proposition__link" to={messagePath(slug, post.topicId, post.id)}>
          <span className="fr-sr-only">Voir la proposition&nbsp;</span>
          {ofName(name)}
        </Link>
      </div>
    </>
  );
  return (
    <div className="preau-proposition">
      {post.isMuted && !post.official ? <Folded name={name}>{words}</Folded> : words}
    </div>
  );
}
