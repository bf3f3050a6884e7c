import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { SentenceBanner } from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { clusterRowsOf } from '../model/clusterRowsOf';
import { groupRows } from '../model/groupRows';
import { AboutLine } from './AboutLine';
import { CardFoot } from './CardFoot';
import { ClusterGroup } from './ClusterGroup';
import { LazyRare } from './LazyRare';
import { useCardStyles } from './useCardStyles';

/** What was read of an entity, in each of the states it can be in. @internal */
export function TopologySummary(props: { topology: EntityTopology }) {
  const { topology } = props;
  const { workloads, environments, match, sentence, coverage } = topology;
  const classes = useCardStyles();
  const groups = useMemo(
    () => groupRows(clusterRowsOf(workloads), environments),
    [workloads, environments],
  );
  const nowhere = workloads.filter(
    ({ placement }) => !placement?.targets.length,
  );
  if (workloads.length === 0) {
    return (
      <>
        <LazyRare show="nothing" match={match} coverage={coverage} />
        <CardFoot coverage={coverage} />
      </>
    );
  }
  return (
    <>
      <AboutLine workloads={workloads} />
      {sentence && (
        <div className={classes.banner}>
          <SentenceBanner sentence={sentence} tone={sentence.tone} />
        </div>
      )}
      {(match.state !== 'matched' || match.sentence) && (
        <LazyRare show="match" match={match} />
      )}
      <div className={classes.grid}>
        {groups.map(group => (
          <ClusterGroup key={group.key} group={group} />
        ))}
      </div>
      {nowhere.length > 0 && (
        <LazyRare show="unplaced" workloads={nowhere} said={sentence?.text} />
      )}
      <CardFoot coverage={coverage} />
    </>
  );
}
