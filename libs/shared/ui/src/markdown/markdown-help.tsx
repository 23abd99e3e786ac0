import { useState } from 'react';
import { Markdown } from './markdown';
import { HELP_EXAMPLES, markdownMessages as words } from './messages';

/** What may be typed, each beside what it gives. */
export function MarkdownHelp() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="preau-editor__help" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.help}</summary>
      {/* The examples need the parser: it is fetched when somebody looks. */}
      {isOpen ? <Examples /> : null}
    </details>
  );
}

function Examples() {
  return (
    <>
      <p className="fr-text--sm fr-mt-1w">{words.helpIntroduction}</p>
      <table>
        <caption className="fr-sr-only">{words.helpCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.helpTyped}</th>
            <th scope="col">{words.helpShown}</th>
          </tr>
        </thead>
        <tbody>
          {HELP_EXAMPLES.map((example) => (
            <tr key={example}>
              <td>
                <code>{example}</code>
              </td>
              <td>
                <Markdown source={example} headingLevel={6} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fr-text--sm">{words.helpKeys}</p>
    </>
  );
}
