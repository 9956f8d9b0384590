/** What the lanes of a picture stand for. */
export const GROUPINGS = ['domain', 'capital', 'actor', 'kind', 'tag', 'country', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];
