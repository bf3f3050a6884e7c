import {
  Age,
  ReplicaPips,
  StateIcon,
  StateLabel,
  stateLook,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { ClusterRow } from '../model/ClusterRow';
import { addReplicas } from '../model/clusterRowsOf';
import { LazyRare } from './LazyRare';
import { useCardStyles } from './useCardStyles';

/** Props of {@link ClusterLine}. @internal */
export interface ClusterLineProps {
  row: ClusterRow;
  className?: string;
  /** The line stands for these, all like `row`: with a name and a reason that are true of each. */
  fold?: { rows: ClusterRow[]; name: ReactNode; why: ReactNode };
}

/** A cluster with state, copies, version and since when. @internal */
export function ClusterLine(props: ClusterLineProps) {
  const { row, className = '', fold } = props;
  const classes = useCardStyles();
  const look = stateLook(row.state, row.lastKnown);
  return (
    <li
      className={`${classes.row} ${className}`}
      {...(fold
        ? { 'data-fold': fold.rows.length }
        : { 'data-cluster': row.cluster, 'data-state': row.state })}
    >
      <StateIcon shape={look.shape} tone={look.tone} />
      <span className={classes.name} title={fold ? undefined : row.cluster}>
        {fold ? fold.name : row.cluster}
      </span>
      <span className={classes.state}>
        <StateLabel
          state={row.state}
          lastKnown={row.lastKnown}
          why={
            fold
              ? fold.why
              : row.remarkable && <LazyRare show="why" row={row} />
          }
          wordOnly
        />
      </span>
      <span className={classes.pips}>
        <ReplicaPips
          replicas={
            fold
              ? addReplicas(fold.rows.map(one => one.replicas))
              : row.replicas
          }
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
        {!fold && <Age time={row.since} atLeast={row.sinceAtLeast} />}
      </span>
    </li>
  );
}
