import { RunRow } from '@fairway/backstage-plugin-multicluster-common';
import { RunStatusLabel } from '@fairway/backstage-plugin-multicluster-react';
import { isFreshnessLost } from '../model/isFreshnessLost';
import { RunName } from '../parts/RunName';
import { useDeliveryStyles } from '../parts/useDeliveryStyles';
import { useRunStyles } from './useRunStyles';

/** Props of {@link RunList}. @internal */
export interface RunListProps {
  label: string;
  runs: RunRow[];
  /** The run the page is about: it is no link to itself. */
  currentId: string;
}

/** A few runs that belong together, in a line: a chain, or what stands before this one. @internal */
export function RunList(props: RunListProps) {
  const { label, runs, currentId } = props;
  const classes = useRunStyles();
  const shared = useDeliveryStyles();
  return (
    <div className={shared.line}>
      <span className={shared.quiet}>{label}</span>
      <ol className={classes.chain} aria-label={label}>
        {runs.map(run => (
          <li
            key={run.id}
            className={classes.chained}
            aria-current={run.id === currentId ? 'page' : undefined}
          >
            <RunName
              id={run.id === currentId ? undefined : run.id}
              className={run.id === currentId ? shared.strong : undefined}
            >
              {run.pipeline.name}
              {run.number !== undefined && ` #${run.number}`}
            </RunName>
            <RunStatusLabel
              status={run.status}
              detail={run.detail}
              lastKnown={isFreshnessLost(run.freshness)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
