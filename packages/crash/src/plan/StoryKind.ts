/** What people decide about: runs of a tool, or what a lane holds. */
export type StoryKind = 'runs' | 'lanes';
