import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { stagesUpTo } from '../../views/promotion/rules/runProgress';
import { EnvironmentPipeline } from '../../views/platform/EnvironmentRule';
import { Environments } from '../../views/platform/Environments';

/**
 * The environment that a gate stands before.
 *
 * @remarks
 * Where stages of the pipeline deliver to environments, the nearest behind the gate; else the one that the pipeline delivers to
 * as a whole; else where what it applied runs. Of several of those the last in the order of promotion, which is the most
 * guarded: a gate is never judged by the rules of an easier one.
 *
 * @param pipeline - with the labels of the run where it has some of its own
 * @param applied - environments in which what the pipeline applied runs
 */
export function environmentOfGate(
  environments: Environments,
  pipeline: EnvironmentPipeline,
  stages: Stage[],
  stageId: string | undefined,
  applied: readonly string[],
): string | undefined {
  const before = environments
    .stagesOf(pipeline)
    .map(({ environment, stage }) => ({
      environment,
      upTo: stagesUpTo(stages, stage),
    }))
    .filter(({ upTo }) => stageId !== undefined && upTo.has(stageId))
    .sort((a, b) => a.upTo.size - b.upTo.size);
  const order = environments.order.map(({ name }) => name);
  const last = [...applied].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    before[0]?.environment ?? environments.ofPipeline(pipeline) ?? last.at(-1)
  );
}
