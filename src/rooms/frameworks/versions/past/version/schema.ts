/** What is chosen where the text of an older version is not there any more. */
export const NO_TEXT = 'none';

/** A draft of its own that was never published, and can become an older version of another framework. */
export type DraftForPast = { versionId: string; frameworkId: string; title: string; sourceName: string };
