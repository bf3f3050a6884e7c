import {
  LogFrame,
  PerCluster,
  Pod,
  RenderedTarget,
  WorkloadEvent,
} from '@fairway/backstage-plugin-multicluster-common';
import { LiveObject } from '@fairway/backstage-plugin-multicluster-node';
import { Asking } from './FleetService';

/** What can be read of a workload on demand. */
export interface DetailItems {
  pods: Pod;
  events: WorkloadEvent;
  rendered: RenderedTarget;
  live: LiveObject;
}

/** Which details to read; all clusters of the workload unless some are named. */
export interface DetailQuery {
  workloadId: string;
  clusters?: string[];
}

/** Which log to read. */
export interface LogQuery {
  workloadId: string;
  cluster: string;
  pod: string;
  container?: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
}

/** Reads of the one thing on screen, made at the far end as the caller. */
export interface DetailService {
  read<K extends keyof DetailItems>(
    kind: K,
    query: DetailQuery,
    options: Asking,
  ): Promise<PerCluster<DetailItems[K]>[]>;
  /**
   * Rejects before the first frame when refused. Ends by itself when the signal aborts, a limit is reached, or the caller
   * is no longer allowed.
   */
  log(
    query: LogQuery,
    options: Asking & { signal: AbortSignal },
  ): Promise<AsyncIterable<LogFrame>>;
}

/**
 * Whether a log may be read on. `expired`: the token it was begun with is too old to ask with, which says nothing of the
 * right; whoever has a newer one may begin anew.
 */
export type LogRight = 'granted' | 'denied' | 'expired';

/** Reads of whoever was already let in. */
export interface DetailReader {
  read<K extends keyof DetailItems>(
    kind: K,
    query: DetailQuery,
    options: Asking,
  ): Promise<PerCluster<DetailItems[K]>[]>;
  log(
    query: LogQuery,
    options: Asking & {
      signal: AbortSignal;
      /** Asked each minute; anything but `granted` ends the log. */
      stillAllowed: () => Promise<LogRight>;
    },
  ): Promise<AsyncIterable<LogFrame>>;
}
