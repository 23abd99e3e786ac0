import './markdown.css';
import type { Block } from '@preau/markdown';
import { useMemo, useSyncExternalStore } from 'react';
import { Blocks } from './block-view';
import { Surroundings, type MarkdownSurroundings } from './markdown-context';
import { useParsed } from './use-parser';

interface MarkdownProps extends Partial<Omit<MarkdownSurroundings, 'origin'>> {
  readonly source: string;
  /** The language of the text when it is not that of the page. */
  readonly lang?: string | undefined;
}

/** A message, as elements: no HTML passes through here. The parser is fetched with the first one shown. */
export function Markdown({ source, ...others }: MarkdownProps) {
  const blocks = useParsed(source);
  if (blocks) return <MarkdownBlocks blocks={blocks} {...others} />;
  // While it is fetched, the text holds its place unseen; if it cannot be, it is read as it was typed.
  const isFetching = blocks === undefined;
  return (
    <div
      className={`preau-markdown preau-markdown--raw ${isFetching ? 'preau-markdown--fetching' : ''}`}
      aria-busy={isFetching}
      lang={others.lang}
    >
      {source}
    </div>
  );
}

interface MarkdownBlocksProps extends Omit<MarkdownProps, 'source'> {
  readonly blocks: readonly Block[];
}

/** A message that is already read. */
export function MarkdownBlocks({ blocks, headingLevel = 3, imageOf, mentionOf, lang }: MarkdownBlocksProps) {
  const origin = useSyncExternalStore(neverChanges, pageOrigin, noOrigin);
  const surroundings = useMemo(
    () => ({ headingLevel, imageOf, mentionOf, origin }),
    [headingLevel, imageOf, mentionOf, origin],
  );
  return (
    <Surroundings value={surroundings}>
      <div className="preau-markdown" lang={lang}>
        <Blocks blocks={blocks} />
      </div>
    </Surroundings>
  );
}

const neverChanges = () => () => undefined;
const pageOrigin = () => window.location.origin;
const noOrigin = () => '';
