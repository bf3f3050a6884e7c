import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { stagesUpTo } from '../../views/promotion/rules/runProgress';
import { EnvironmentPipeline } from '../../views/platform/EnvironmentRule';
import { Environments } from '../../views/platform/Environments';

/**
 * The environments whose policies judge a gate, in the order of promotion.
 *
 * @remarks
 * Where the platform names stages of the pipeline that deliver to environments, the nearest behind the gate alone. Else all that
 * what is delivered reaches: where what the pipeline applied runs, and where the platform says that it delivers to. Labels of a
 * pipeline and a run are written by the team whose gate it is. One that names an environment adds it to those: it never takes one
 * away, and decides alone only where nobody knows what the pipeline reaches.
 *
 * @param pipeline - with the labels of the run where it has some of its own
 * @param applied - environments in which what the pipeline applied runs; '' for what belongs to none, which may be production
 */
export function environmentsOfGate(
  environments: Environments,
  pipeline: EnvironmentPipeline,
  stages: Stage[],
  stageId: string | undefined,
  applied: readonly string[],
): string[] {
  const nearest = (about: EnvironmentPipeline) =>
    environments
      .stagesOf(about)
      .map(({ environment, stage }) => ({
        environment,
        upTo: stagesUpTo(stages, stage),
      }))
      .filter(({ upTo }) => stageId !== undefined && upTo.has(stageId))
      .sort((a, b) => a.upTo.size - b.upTo.size)[0]?.environment;
  const unlabelled = { ...pipeline, labels: {} };
  const named = nearest(unlabelled);
  if (named !== undefined) {
    return [named];
  }
  const reached = new Set([
    ...applied,
    environments.ofPipeline(unlabelled),
    nearest(pipeline) ?? environments.ofPipeline(pipeline),
  ]);
  const known = environments.order
    .map(({ name }) => name)
    .filter(name => reached.has(name));
  const mixed = reached.has('') && applied.some(name => name !== '');
  return mixed ? ['', ...known] : known;
}
