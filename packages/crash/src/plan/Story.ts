import { Act } from '../check/Act';

/** What happens with one run or one change of a lane, before everybody approves it until it is over. */
export interface Story {
  run: string;
  gate: 'tool' | 'script' | 'lane';
  /** The people of the run, each with what they do, one thing after the other. */
  parts: Array<{ voter: string; acts: Array<{ act: Act; afterMs: number }> }>;
  /** Of a lane: how long after people were asked it is rendered once more, with another content. Absent: it is not. */
  againAfterMs?: number;
  /** How many times a script throws away what it was told, as one does whose agent is restarted, and asks again. */
  restarts: number;
}
