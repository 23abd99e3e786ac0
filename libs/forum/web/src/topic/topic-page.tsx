import '../forum.css';
import { useParams, useSearchParams } from 'react-router';
import { orderOf, POST_ORDERS } from '../topics/order';
import { NewMessages } from '../live/new-messages';
import { Propositions } from '../propositions/propositions';
import { Thread } from '../thread/thread';
import { TopicFrame } from './topic-frame';

/** /concertations/:slug/debats/:topicId: a topic, what it proposes and what is answered. */
export function Component() {
  const { slug = '', topicId = '' } = useParams();
  const [search] = useSearchParams();
  const order = orderOf(POST_ORDERS, search.get('ordre'));
  return (
    <TopicFrame slug={slug} topicId={topicId} isInOrder={order === 'OLDEST'}>
      {(topic, isOpen) => (
        <>
          <Propositions topicId={topicId} canPropose={isOpen && topic.viewerCan.reply} />
          <Thread key={order} topic={topic} order={order} />
          <NewMessages topicId={topicId} />
        </>
      )}
    </TopicFrame>
  );
}
