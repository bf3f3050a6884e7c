import { CoverageProblem } from '../../model/Coverage';
import { IdentityMode } from '../../model/IdentityMode';
import { Sentence } from '../../model/Sentence';

/** `GET /v1/sources`. @public */
export interface SourceList {
  items: SourceStatus[];
}

/** How well a source is read. @public */
export interface SourceStatus {
  id: string;
  type: string;
  title?: string;
  state: 'live' | 'degraded' | 'down' | 'starting' | 'broken';
  /** What the source said of itself: versions served, features it lacks. */
  facts: Sentence[];
  lanes: SourceLane[];
  problems: CoverageProblem[];
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac?: string;
  /** What is off, and why. */
  capabilities: Array<{
    name: string;
    available: boolean;
    reason?: Sentence;
    identityMode: IdentityMode;
  }>;
}

/** One kind or stream of a source. @public */
export interface SourceLane {
  name: string;
  state: 'live' | 'syncing' | 'stale' | 'failed' | 'off';
  objects: number;
  /** Last contact: an event, a bookmark or a completed list. */
  contactAt?: string;
  /** Seconds between a change and our seeing it, if known. */
  lagSeconds?: number;
  relists: number;
  errors: number;
  problem?: CoverageProblem;
}
