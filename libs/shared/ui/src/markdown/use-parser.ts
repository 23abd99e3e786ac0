import type { Block } from '@preau/markdown';
import { useEffect, useMemo, useState } from 'react';

type Parse = (text: string) => Block[];

let parser: Parse | undefined;
let loading: Promise<Parse> | undefined;

/** Fetches what reads Markdown, once. A route that shows messages calls it beside its first query, so that neither waits. */
export function loadMarkdown(): Promise<Parse> {
  loading ??= import('@preau/markdown/parser').then(
    ({ parseMarkdown }) => (parser = parseMarkdown),
    (fault: unknown) => {
      // The next message tries again.
      loading = undefined;
      throw fault;
    },
  );
  return loading;
}

/** The parts of a text; `undefined` while the parser is being fetched, null when it could not be. */
export function useParsed(source: string): readonly Block[] | undefined | null {
  const [parse, setParse] = useState<Parse | undefined | null>(() => parser);
  const isMissing = parse === undefined;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    loadMarkdown().then(
      (loaded) => isGone || setParse(() => loaded),
      () => isGone || setParse(null),
    );
    return () => {
      isGone = true;
    };
  }, [isMissing]);
  return useMemo(() => (parse ? parse(source) : parse), [parse, source]);
}
