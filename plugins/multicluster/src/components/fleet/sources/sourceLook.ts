import {
  SourceLane,
  SourceStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from '@fairway/backstage-plugin-multicluster-react';

const looks: Record<SourceStatus['state'] | SourceLane['state'], StateLook> = {
  live: { shape: 'ok', tone: 'ok' },
  degraded: { shape: 'warn', tone: 'warn' },
  down: { shape: 'bad', tone: 'bad' },
  starting: { shape: 'pending', tone: 'run' },
  broken: { shape: 'bad', tone: 'bad' },
  syncing: { shape: 'run', tone: 'run' },
  stale: { shape: 'stale', tone: 'stale' },
  failed: { shape: 'bad', tone: 'bad' },
  off: { shape: 'hold', tone: 'stale' },
};

/** Shape and colour of the state of a source or of a lane. */
export function sourceLook(
  state: SourceStatus['state'] | SourceLane['state'],
): StateLook {
  return looks[state] ?? { shape: 'unknown', tone: 'stale' };
}
