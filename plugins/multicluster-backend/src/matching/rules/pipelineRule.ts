import { PipelineMatch } from '@fairway/backstage-plugin-multicluster-common';
import { coveringRepository } from './coveringRepository';
import { EntityClaim } from './EntityClaim';
import { PipelineCandidate } from './PipelineCandidate';
import { splitList } from './splitList';

type Rule = PipelineMatch['rule'];

/** The first rule by which an entity's claim covers a pipeline. */
export function pipelineRule(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
): Rule | undefined {
  if (isNamed(claim, pipeline)) {
    return 'pipelines-annotation';
  }
  if (isNamedByTool(claim, pipeline)) {
    return 'tool-annotation';
  }
  if (coveringRepository(claim, pipeline)) {
    return 'repository';
  }
  return pipeline.deployed.some(item => item.entityRef === claim.entityRef)
    ? 'deployed-workload'
    : undefined;
}

function isNamed(claim: EntityClaim, pipeline: PipelineCandidate): boolean {
  return (claim.pipelines ?? []).some(
    ({ source, key, name, label }) =>
      (source === undefined || source === pipeline.source) &&
      (key === undefined || key === pipeline.key) &&
      (name === undefined || name === pipeline.name) &&
      (label === undefined || hasLabel(pipeline, label.key, label.value)),
  );
}

function isNamedByTool(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
): boolean {
  const { annotations } = pipeline;
  if (!annotations) {
    return false;
  }
  const list = (annotation: string | undefined) =>
    splitList(annotation && claim.toolAnnotations?.[annotation]);
  const sources = list(annotations.sources);
  if (sources.length > 0 && !sources.includes(pipeline.source)) {
    return false;
  }
  const labels = list(annotations.labels);
  return (
    list(annotations.keys).includes(pipeline.key) ||
    list(annotations.names).includes(pipeline.name) ||
    (labels.length > 0 &&
      labels.every(label => {
        const [key, ...value] = label.split('=');
        return value.length > 0 && hasLabel(pipeline, key, value.join('='));
      }))
  );
}

function hasLabel(
  { labels }: PipelineCandidate,
  key: string,
  value: string,
): boolean {
  return Object.hasOwn(labels, key) && labels[key] === value;
}
