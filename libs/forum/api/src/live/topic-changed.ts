/** What is announced when something in a topic has changed: the response cache drops what names the topic. */
export const topicChanged = (topicId: string): string => `topic:${topicId}`;

/** The topic that an announcement is about; null for one about something else. */
export const topicOf = (announced: string): string | null => /^topic:(.+)$/.exec(announced)?.[1] ?? null;
