import { FleetTile } from '@fairway/backstage-plugin-multicluster-common';
import {
  StateLook,
  stateLook,
} from '@fairway/backstage-plugin-multicluster-react';

/** Shape and colour of a cluster's own state. A cluster that nobody expects to be always there is never alarming. */
export function clusterLook(
  cluster: Pick<FleetTile, 'state' | 'intermittent'>,
): StateLook {
  const look = stateLook(cluster.state);
  return cluster.intermittent && look.tone === 'bad'
    ? stateLook('never-reported')
    : look;
}
