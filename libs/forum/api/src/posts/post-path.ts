/** The page of a message: its topic's, opened where it stands. */
export const postPath = (consultation: string, topicId: string, postId: string): string =>
  `/concertations/${consultation}/debats/${topicId}${postId === topicId ? '' : `/messages/${postId}`}`;

/** Where what is concluded from a topic stands on its page. */
export const conclusionPath = (consultation: string, topicId: string): string =>
  `${postPath(consultation, topicId, topicId)}#synthese`;
