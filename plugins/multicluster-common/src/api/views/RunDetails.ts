import { Agent } from '../../model/run/Pipeline';
import { Stage } from '../../model/run/Stage';
import { Sentence } from '../../model/Sentence';
import { PlacedNowhere } from './EntityRuns';
import { RunRow } from './RunList';
import { Tone } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** `GET /v1/runs/{id}`. @public */
export interface RunDetails extends ViewMeta {
  run: RunRow;
  sentences: Array<Sentence & { tone: Tone }>;
  /** In the order of the tool; the graph is in `requires`. */
  stages: Stage[];
  agent?: Agent;
  /** The runs of its chain, itself included, by index. */
  chain: RunRow[];
  /** Runs of the same pipeline that stand before it. */
  behind: RunRow[];
  placedNowhere: PlacedNowhere[];
}

/**
 * One line of the log of a stage, as NDJSON. `gap`: lines that were served before are gone at the source, or lines between
 * were never there; `heartbeat` keeps proxies from closing the connection.
 *
 * @public
 */
export type StageLogFrame =
  | {
      type: 'line';
      /** ISO 8601, when the source gives one. */
      time?: string;
      severity: 'info' | 'success' | 'error';
      text: string;
    }
  | { type: 'gap' }
  | { type: 'heartbeat' }
  | {
      type: 'end';
      reason: 'complete' | 'limit' | 'unauthorised' | 'error';
      sentence?: Sentence;
    };
