import { cutText } from '@preau/shared-domain';
import { messageId } from '../message/message-id';

/** A passage of a message, with whose it is and where it stands. */
export interface Quote {
  readonly passage: string;
  readonly author: string;
  readonly path: string;
}

const QUOTED = 600;

/** What is selected in a message; its beginning, as it is read and without what it quotes itself, when nothing of it is. */
export function passageOf(postId: string): string {
  const words = document.getElementById(messageId(postId))?.querySelector('.preau-message__body');
  if (!words) return '';
  return selectedIn(words) || beginningOf(words);
}

function selectedIn(words: Element): string {
  const selection = window.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!anchorNode || !focusNode || !words.contains(anchorNode) || !words.contains(focusNode)) return '';
  return selection?.toString().trim() ?? '';
}

function beginningOf(words: Element): string {
  const parts = [...words.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, pre')]
    .filter((part) => !part.closest('blockquote') && !part.querySelector('p'))
    .map((part) => part.textContent.trim());
  const text = (parts.length > 0 ? parts.join('\n\n') : words.textContent).trim();
  if (text.length <= QUOTED) return text;
  const cut = cutText(text, QUOTED);
  return `${cutText(cut, Math.max(cut.lastIndexOf(' '), QUOTED / 2))}…`;
}
