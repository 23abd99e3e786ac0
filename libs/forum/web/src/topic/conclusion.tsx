import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay } from '@preau/ui';
import { MessageBody } from '../message/message-body';

export const topicConclusion = graphql(`
  fragment TopicConclusion on Topic {
    conclusion
    concludedAt
    concludedBy {
      name
    }
  }
`);

/** What the institution concludes from a topic. */
export function Conclusion({ topic }: { readonly topic: FragmentType<typeof topicConclusion> }) {
  const { conclusion, concludedAt, concludedBy } = readFragment(topicConclusion, topic);
  if (!conclusion || !concludedAt) return null;
  return (
    <section className="preau-conclusion" aria-labelledby="conclusion">
      <h2 id="conclusion">Conclusion du débat</h2>
      <MessageBody body={conclusion} under={2} />
      <p className="preau-message__facts">
        {concludedBy ? `${concludedBy.name}, le ${formatDay(concludedAt)}` : `Le ${formatDay(concludedAt)}`}
      </p>
    </section>
  );
}
