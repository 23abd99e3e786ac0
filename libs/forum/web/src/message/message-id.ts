/** The id of a message on a page. */
export const messageId = (postId: string) => `message-${postId}`;

/** Brings a message into view and gives its heading the focus; false when it is not on the page. */
export function goToMessage(postId: string, block: 'start' | 'nearest' = 'start'): boolean {
  const message = document.getElementById(messageId(postId));
  const heading = message?.querySelector<HTMLElement>('[data-message]');
  if (!message || !heading) return false;
  heading.focus({ preventScroll: true });
  message.scrollIntoView({ block });
  return true;
}
