import { citedIn } from '@preau/forum-domain';
import { execute, graphql } from '@preau/graphql';
import { Failure } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { useTopicContext } from '../topic/topic-context';
import { topicKey } from '../topic/topic-query';
import { CitingText } from './citing-text';

const citedQuery = graphql(`
  query CitationsToBe($id: ID!, $text: String!) {
    topic(id: $id) {
      id
      citations(of: $text) {
        postId
        ...CitationFields
      }
    }
  }
`);

/** A synthesis as it would be published now: its numbers, and the messages they stand for. */
export function SynthesisPreview({ text }: { readonly text: string }) {
  const { topicId } = useTopicContext();
  const cited = citedIn(text).map(({ postId }) => postId);
  const { data, error, refetch } = useQuery({
    queryKey: [...topicKey(topicId), 'citations-to-be', cited],
    queryFn: async ({ signal }) => (await execute(citedQuery, { id: topicId, text }, { signal })).topic,
    enabled: cited.length > 0,
  });
  return (
    <>
      <CitingText text={text} citations={data?.citations ?? []} notes="apercu-citation" />
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
    </>
  );
}
