import {
  ANNOTATION_KUBERNETES_ID,
  PipelineMatch,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { EntityClaim } from './EntityClaim';
import { ownersOf } from './ownersOf';
import { PipelineCandidate } from './PipelineCandidate';

/** Label of a pipeline that names the entity it belongs to. */
export const LABEL_ENTITY = 'backstage.io/entity';

/**
 * Whether a pipeline says by a label of its own whose it is. An id that entities of different owners carry says nothing,
 * whether or not they name the pipeline: the one it is meant for may be the one that does not. The whole name of an entity
 * can be meant for it alone.
 */
export function saysEntity(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
  rivals: readonly EntityClaim[],
): Pick<PipelineMatch, 'confirmed' | 'reason'> | undefined {
  const named = labelOf(pipeline, LABEL_ENTITY)?.toLowerCase();
  if (named === claim.entityRef) {
    return {
      confirmed: true,
      reason: sentence('match.pipeline.confirmedByLabel', {
        label: LABEL_ENTITY,
        value: claim.entityRef,
      }),
    };
  }
  const value = labelOf(pipeline, ANNOTATION_KUBERNETES_ID);
  if (value === undefined || claim.kubernetesId !== value) {
    return undefined;
  }
  const contested = rivals.some(
    rival =>
      rival.kubernetesId === value && ownersOf(rival) !== ownersOf(claim),
  );
  return {
    confirmed: !contested,
    reason: sentence(
      contested
        ? 'match.pipeline.contestedLabel'
        : 'match.pipeline.confirmedByLabel',
      { label: ANNOTATION_KUBERNETES_ID, value },
    ),
  };
}

function labelOf(
  { labels }: PipelineCandidate,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
