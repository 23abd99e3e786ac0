import type { ButtonProps } from '@codegouvfr/react-dsfr/Button';
import { insertLink, prefixLines, wrapSelection, type Edited } from '@preau/markdown';
import { markdownMessages as words } from './messages';

export interface Tool {
  readonly name: string;
  readonly iconId: NonNullable<ButtonProps.IconOnly['iconId']>;
  readonly edit: (edited: Edited) => Edited;
  /** With Ctrl, or ⌘ on a Mac. */
  readonly key?: 'b' | 'i' | 'k';
}

export const TOOLS: readonly Tool[] = [
  {
    name: words.bold,
    iconId: 'fr-icon-bold',
    edit: (edited) => wrapSelection(edited, '**', words.boldPlaceholder),
    key: 'b',
  },
  {
    name: words.italic,
    iconId: 'fr-icon-italic',
    edit: (edited) => wrapSelection(edited, '*', words.italicPlaceholder),
    key: 'i',
  },
  { name: words.heading, iconId: 'fr-icon-h-2', edit: (edited) => prefixLines(edited, '## ') },
  { name: words.quote, iconId: 'fr-icon-quote-line', edit: (edited) => prefixLines(edited, '> ') },
  { name: words.list, iconId: 'fr-icon-list-unordered', edit: (edited) => prefixLines(edited, '- ') },
  { name: words.numberedList, iconId: 'fr-icon-list-ordered', edit: (edited) => prefixLines(edited, '1. ') },
  {
    name: words.link,
    iconId: 'fr-icon-link',
    edit: (edited) => insertLink(edited, words.linkPlaceholder),
    key: 'k',
  },
];
