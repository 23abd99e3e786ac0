import '../search.css';
import { execute, graphql } from '@preau/graphql';
import { cutText } from '@preau/shared-domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { KIND_NAMES, type KindName } from '../messages';

const suggestionsQuery = graphql(`
  query Suggestions($text: String!, $consultation: String, $theme: String, $kind: [SearchKind!]) {
    suggest(text: $text, consultation: $consultation, theme: $theme, kind: $kind) {
      kind
      id
      title
      path
    }
  }
`);

const PAUSE_MS = 500;
/** A title says early what it is about; a long text is no better known by its end. */
const SENT = 500;

export interface SuggestionsProps {
  /** What is being written: its title and the beginning of its text. */
  readonly text: string;
  /** Slugs. */
  readonly consultation?: string;
  readonly theme?: string;
  readonly kinds?: readonly KindName[];
}

/**
 * What is like what somebody is writing, while they write. It says nothing while there is nothing; links open beside the page, which
 * keeps what was typed.
 */
export default function Suggestions({ text, consultation, theme, kinds }: SuggestionsProps) {
  const asked = usePaused(cutText(text.trim(), SENT));
  const { data } = useQuery({
    queryKey: ['suggest', asked, consultation, theme, kinds],
    queryFn: async ({ signal }) => {
      const variables = {
        text: asked,
        consultation: consultation ?? null,
        theme: theme ?? null,
        kind: kinds ? [...kinds] : null,
      };
      return (await execute(suggestionsQuery, variables, { method: 'GET', signal })).suggest;
    },
    enabled: asked.length > 3,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = asked.length > 3 ? (data ?? []) : [];
  return (
    <div role="status" className="preau-suggestions">
      {found.length > 0 ? (
        <section aria-label="Ce qui ressemble à ce que vous écrivez" className="preau-suggestions__box">
          <p>
            <strong>Cela existe peut-être déjà</strong>
          </p>
          <ul>
            {found.map(({ kind, id, title, path }) => (
              <li key={`${kind} ${id}`}>
                {KIND_NAMES[kind].one}&nbsp;:{' '}
                <a href={path} target="_blank" rel="noopener" title={`${title} (nouvelle fenêtre)`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** A text once it has not changed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(text);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return paused;
}
