import { Markdown } from '@preau/ui';

interface MessageBodyProps {
  readonly body: string;
  /** Of the heading it stands under. */
  readonly under: number;
}

/** The words of a message. Its own headings go on from the one it stands under. */
export function MessageBody({ body, under }: MessageBodyProps) {
  return (
    <div className="preau-message__body">
      <Markdown source={body} headingLevel={Math.min(under + 1, 6)} />
    </div>
  );
}
