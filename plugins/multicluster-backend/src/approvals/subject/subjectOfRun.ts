import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { RunRecord } from '../../views/runs/RunRecord';
import { Applied } from './Applied';
import { imagesOf } from './imagesOf';

/**
 * What is decided about at a gate of a run: what we observed of that run, and nothing that whoever asks says of it.
 *
 * @param gate - its id at the tool, or the name by which a stage asks
 */
export function subjectOfRun(
  { fact, pipeline }: Pick<RunRecord, 'fact' | 'pipeline'>,
  gate: { kind: 'gate' | 'pull'; id: string },
  applied: Applied,
  policyHash: string,
): ApprovalSubject {
  const commit = fact.commit?.sha ?? null;
  const images = imagesOf(fact.artifacts, applied.versions);
  const targets = targetsOf(
    applied.clusters,
    pipeline.fact?.deployTargets ?? [],
  );
  return {
    v: 1,
    kind: gate.kind,
    source: pipeline.source,
    run: { key: fact.key, pipelineKey: fact.pipelineKey },
    gate: gate.id,
    lane: null,
    commit,
    images,
    targets,
    manifests: null,
    policyHash,
    unknown: {
      ...(commit === null && { commit: 'not-reported' }),
      ...(images === null && { images: 'not-reported' }),
      ...(targets === null && { targets: 'not-reported' }),
      // Tools render on their own side and show nobody what came of it before it is applied.
      manifests: 'rendered-by-tool',
    },
  };
}

/** Clusters where any is known; else what the tool calls them. */
function targetsOf(clusters: string[], named: string[]): string[] | null {
  const known = [...new Set(clusters.length > 0 ? clusters : named)].sort();
  return known.length > 0 ? known : null;
}
