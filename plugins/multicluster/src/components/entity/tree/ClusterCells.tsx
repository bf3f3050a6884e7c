import { PlacementTarget } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  ReplicaPips,
  StateLabel,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { targetRow } from '../model/targetRow';
import { useRowWhy } from '../WhereItRunsCard/useRowWhy';
import { Cells } from './Cells';

/** A workload on a cluster. @internal */
export function ClusterCells(props: { target: PlacementTarget }) {
  const { target } = props;
  const lastKnown = target.freshness.state === 'last-known';
  const row = targetRow(target);
  const { why, title } = useRowWhy(row);
  return (
    <Cells
      state={
        <StateLabel
          state={target.state}
          lastKnown={lastKnown}
          why={why}
          title={title}
        />
      }
      replicas={
        <ReplicaPips
          replicas={target.replicas}
          rollingOut={target.state === 'rolling-out'}
          lastKnown={lastKnown}
        />
      }
      version={
        <VersionChip
          versions={target.versions}
          knowledge={target.versionKnowledge}
          dim={lastKnown}
        />
      }
      where={[target.environment, target.region].filter(Boolean).join(' · ')}
      since={<Age time={row.since} atLeast={row.sinceAtLeast} />}
    />
  );
}
