import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { DeriveRunInput } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { EndCause } from './EndCause';
import { RunMemory } from './RunMemory';
import { RunPhase } from './RunPhase';
import { StageSpan } from './StageSpan';

/** What the rules of a run, its stages and its gates read. @internal */
export interface RunContext {
  input: DeriveRunInput<PipecdRun>;
  native: PipecdRun;
  phase: RunPhase;
  cause?: EndCause;
  memory: RunMemory;
  times: ReadonlyMap<string, StageSpan>;
  /** How to name the piped in a sentence. */
  agentName: string;
  /** Set while the piped is known to be offline: since when, in ms since the epoch. */
  offlineSince?: number;
  /** The stage that found nothing to change and so ended the run. */
  exitedStage?: string;
  identityModes: IdentityMode[];
}
