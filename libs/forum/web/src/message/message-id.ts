/** The id of a message on a page. */
export const messageId = (postId: string) => `message-${postId}`;

/** Brings a message into view and gives its heading the focus; false when it is not on the page. */
export function goToMessage(postId: string): boolean {
  const heading = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(postId)}"]`);
  if (!heading) return false;
  heading.focus({ preventScroll: true });
  document.getElementById(messageId(postId))?.scrollIntoView({ block: 'start' });
  return true;
}
