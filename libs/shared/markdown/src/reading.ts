import { withoutStackedMarks, withoutUnseen } from '@preau/shared-domain';
import type { Association, Nodes, Root } from 'mdast';
import { MAX_REFERRED } from './limits';

/** What must be known of the whole text while one of its parts is read. */
export class Reading {
  private readonly definitions = new Map<string, string>();
  private readonly headings: number[] = [];
  private referred = 0;

  constructor(root: Root) {
    this.collect(root);
  }

  /** The address that a reference stands for: the first definition counts. Null when references have already given too many. */
  addressOf({ identifier }: Association): string | null {
    const url = this.definitions.get(identifier) ?? '';
    this.referred += url.length;
    return this.referred > MAX_REFERRED ? null : url;
  }

  /** A heading of `depth` under those before it: a text that begins with `###`, or goes from `#` to `###`, skips no level. */
  levelOf(depth: number): 1 | 2 | 3 {
    while ((this.headings.at(-1) ?? 0) >= depth) this.headings.pop();
    this.headings.push(depth);
    return this.headings.length > 2 ? 3 : this.headings.length === 2 ? 2 : 1;
  }

  private collect(node: Nodes) {
    if (node.type === 'definition') {
      if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node.url);
    } else if ('children' in node) node.children.forEach((child) => this.collect(child));
  }
}

/** Character references (`&#x202e;`) can bring back what was taken out of the text before it was read. */
export const cleaned = (text: string): string => withoutStackedMarks(withoutUnseen(text));

/** The words of a part that is not shown as what it is. */
export function wordsIn(node: Nodes): string {
  if ('value' in node) return cleaned(node.value);
  if ('alt' in node) return cleaned(node.alt ?? '');
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsIn).join(separator(node)) : '';
}

const separator = ({ type }: Nodes) =>
  type === 'list' || type === 'listItem' || type === 'blockquote' ? '\n' : '';
