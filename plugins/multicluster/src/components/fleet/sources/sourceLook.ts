import {
  SourceLane,
  SourceStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  StateLook,
  stateLook,
} from '@fairway/backstage-plugin-multicluster-react';

const looks: Record<SourceStatus['state'] | SourceLane['state'], StateLook> = {
  live: stateLook('healthy'),
  degraded: stateLook('degraded'),
  down: stateLook('unhealthy'),
  starting: stateLook('pending'),
  broken: stateLook('unhealthy'),
  syncing: stateLook('rolling-out'),
  stale: stateLook('unknown', true),
  failed: stateLook('unhealthy'),
  off: { shape: 'hold', tone: 'stale' },
};

/** Shape and colour of the state of a source or of a lane. */
export function sourceLook(
  state: SourceStatus['state'] | SourceLane['state'],
): StateLook {
  return looks[state] ?? stateLook('unknown');
}
