/**
 * One sentence for a person, as data.
 *
 * @remarks
 * `code` and `params` are what the user interface translates; `text` is the English rendering, for API users,
 * notifications and as the fallback of a client that does not know the code yet. `params` hold text that may come from a
 * cluster: it is shown as text and never as markup.
 *
 * @public
 */
export interface Sentence {
  /** Stable, dotted and camel-cased, for example `placement.withdrawn`. A key of {@link sentences}. */
  code: string;
  /** A list is of parts that are sentences themselves, such as the reasons of one. */
  params: Record<string, string | number | Sentence[]>;
  text: string;
  /**
   * Names of the parameters that are moments (ISO 8601 in UTC, as in `text`); whoever shows the sentence writes them in the
   * language and the time zone of the reader. Absent: there are none.
   */
  times?: string[];
}
