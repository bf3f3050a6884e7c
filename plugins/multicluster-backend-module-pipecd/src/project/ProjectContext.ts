/** What the platform's configuration adds to what PipeCD says. @internal */
export interface ProjectContext {
  /** Where people open PipeCD; without it there are no links. */
  webUrl?: string;
  /** Id of the project, which a link needs where people have several. */
  project?: string;
  /** Names for ids of API keys, which PipeCD gives as commanders. */
  actors?: Readonly<Record<string, string>>;
}
