/** What is announced when something in a topic has changed: the response cache drops what names the topic. */
export const topicChanged = (topicId: string): string => `topic:${topicId}`;
