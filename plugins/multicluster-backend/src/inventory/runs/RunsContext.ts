import { RunDeriver } from './RunDeriver';
import { RunsReader } from './RunsReader';

/** What a plan of pipelines and runs is made with. */
export interface RunsContext {
  /** Configured name of the source. */
  source: string;
  reader: RunsReader;
  deriver: RunDeriver;
  /** How facts become text. */
  toText(fact: object): string;
  now(): number;
}
