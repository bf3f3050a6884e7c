import {
  Age,
  ReplicaPips,
  StateIcon,
  StateLabel,
  stateLook,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { ClusterRow } from '../model/ClusterRow';
import { useCardStyles } from './useCardStyles';
import { useRowWhy } from './useRowWhy';

/** A cluster with state, copies, version and since when. @internal */
export function ClusterLine(props: { row: ClusterRow; nested?: boolean }) {
  const { row, nested = false } = props;
  const classes = useCardStyles();
  const { why, title } = useRowWhy(row);
  const look = stateLook(row.state, row.lastKnown);
  return (
    <li
      className={`${classes.row} ${nested ? classes.nested : ''}`}
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
          why={why}
          title={title}
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
        <Age time={row.since} />
      </span>
    </li>
  );
}
