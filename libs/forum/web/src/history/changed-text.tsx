import { wordDiff } from './word-diff';

interface ChangedTextProps {
  readonly before: string;
  readonly after: string;
}

/** What came and what went in a text: by colour, by stroke, and in words for those who listen. */
export function ChangedText({ before, after }: ChangedTextProps) {
  return (
    <p className="preau-changes">
      {wordDiff(before, after).map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={at}>
            <span className="fr-sr-only">{kind === 'added' ? ' [ajouté\u00a0: ' : ' [retiré\u00a0: '}</span>
            {text}
            <span className="fr-sr-only">] </span>
          </Mark>
        );
      })}
    </p>
  );
}
