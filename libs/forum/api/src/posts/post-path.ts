/** The page of a message: its topic's, opened where it stands. */
export const postPath = (consultation: string, topicId: string, postId: string): string =>
  `/concertations/${consultation}/debats/${topicId}${postId === topicId ? '' : `/messages/${postId}`}`;
