import {
  Age,
  ReplicaPips,
  StateIcon,
  StateLabel,
  stateLook,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { ClusterRow } from '../model/ClusterRow';
import { LazyRare } from './LazyRare';
import { useCardStyles } from './useCardStyles';

/** A cluster with state, copies, version and since when. @internal */
export function ClusterLine(props: { row: ClusterRow; className?: string }) {
  const { row, className = '' } = props;
  const classes = useCardStyles();
  const look = stateLook(row.state, row.lastKnown);
  return (
    <li
      className={`${classes.row} ${className}`}
      data-cluster={row.cluster}
      data-state={row.state}
    >
      <StateIcon shape={look.shape} tone={look.tone} />
      <span className={classes.name} title={row.cluster}>
        {row.cluster}
      </span>
      <span className={classes.state}>
        <StateLabel
          state={row.state}
          lastKnown={row.lastKnown}
          why={row.remarkable && <LazyRare show="why" row={row} />}
          wordOnly
        />
      </span>
      <span className={classes.pips}>
        <ReplicaPips
          replicas={row.replicas}
          rollingOut={row.state === 'rolling-out'}
          lastKnown={row.lastKnown}
        />
      </span>
      <span className={classes.version}>
        <VersionChip
          versions={row.versions}
          knowledge={row.versionKnowledge}
          dim={row.lastKnown}
        />
      </span>
      <span className={classes.age}>
        <Age time={row.since} atLeast={row.sinceAtLeast} />
      </span>
    </li>
  );
}
