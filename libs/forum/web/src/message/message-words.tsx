import { useState } from 'react';
import { MessageImages } from '../images/message-images';
import type { OwnPost } from '../own-message/own-post';
import { passageOf, type Quote } from '../reply/quote';
import { useTopicContext } from '../topic/topic-context';
import { MessageActions, type ActionablePost } from './message-actions';
import { MessageBody } from './message-body';
import { goToMessage } from './message-id';
import { MessagePanel } from './message-panel';
import { useEscape } from './use-escape';
import { usePanel } from './use-panel';

interface MessageWordsProps {
  readonly post: ActionablePost & OwnPost;
  readonly name: string;
  readonly path: string;
  /** The level of the heading it stands under. */
  readonly under: number;
}

/** What a message says, what one may do with it, and what that opens. */
export function MessageWords({ post, name, path, under }: MessageWordsProps) {
  const { resumed } = useTopicContext();
  const asked = resumed?.id === post.id && resumed.panel !== 'proposition' ? resumed.panel : null;
  const { panel, open, close, leave } = usePanel(asked && post.viewerCan[asked] ? asked : null);
  const inPanel = useEscape<HTMLDivElement>(close);
  const [quote, setQuote] = useState<Quote | null>(null);
  const openReply = (passage: Quote | null) => {
    setQuote(passage);
    open('reply');
  };
  return (
    <>
      {panel === 'edit' ? null : (
        <>
          <MessageBody body={post.body} under={under} />
          <MessageImages images={post.images} name={name} />
        </>
      )}
      <MessageActions
        post={post}
        name={name}
        path={path}
        onOpen={(which) => {
          if (which === 'reply') openReply(null);
          else open(which);
        }}
        onQuote={() => {
          openReply({ passage: passageOf(post.id), author: name, path });
        }}
      />
      <div ref={inPanel}>
        <MessagePanel
          panel={panel}
          post={post}
          name={name}
          under={under}
          quote={quote}
          onClose={close}
          onPosted={leave}
          onDone={() => {
            leave();
            goToMessage(post.id, 'nearest');
          }}
        />
      </div>
    </>
  );
}
