import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityWorkload } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
  ReplicaPips,
  StateLabel,
  summaryState,
  useSentence,
  VersionChip,
} from '@fairway/backstage-plugin-multicluster-react';
import { isLastKnown } from '../model/isLastKnown';
import { runningVersions } from '../model/runningVersions';
import { Cells } from './Cells';

/** A workload over all of its clusters. @internal */
export function WorkloadCells(props: { workload: EntityWorkload }) {
  const { placement, unplaced, versions, policy } = {
    policy: props.workload.placement?.policy,
    ...props.workload,
  };
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  if (!placement) {
    const why = unplaced && say(unplaced);
    return (
      <Cells state={<StateLabel state="unscheduled" why={why} title={why} />} />
    );
  }
  const { summary, replicas, since, sinceAtLeast, division } = placement;
  const why = summary.sentence
    ? say(summary.sentence)
    : division && say(division);
  const unheard = placement.targets.every(
    ({ freshness }) => freshness.state === 'last-known',
  );
  return (
    <Cells
      state={
        <StateLabel
          state={summaryState(summary)}
          lastKnown={isLastKnown(props.workload)}
          why={why}
          title={why}
        />
      }
      replicas={<ReplicaPips replicas={replicas} lastKnown={unheard} />}
      version={<VersionChip {...runningVersions(placement, versions)} />}
      where={policy && t('entity.tree.policy', { name: policy.name })}
      since={<Age time={since} atLeast={sinceAtLeast} />}
    />
  );
}
