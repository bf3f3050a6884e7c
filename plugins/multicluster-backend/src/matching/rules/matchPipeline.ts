import {
  PipelineMatch,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { coveringRepository } from './coveringRepository';
import { EntityClaim } from './EntityClaim';
import { holdingMapping } from './holdingMapping';
import { ownersOf } from './ownersOf';
import { PipelineCandidate } from './PipelineCandidate';
import { PipelineMapping } from './PipelineMapping';
import { pipelineRule } from './pipelineRule';
import { saysEntity } from './saysEntity';

/** What else a match of a pipeline depends on. */
export interface PipelineMatchContext {
  mappings: readonly PipelineMapping[];
  /** Every claim that may cover the pipeline; the one asked about may be among them. */
  rivals: readonly EntityClaim[];
}

type Judgement = Pick<PipelineMatch, 'confirmed' | 'reason'>;

/**
 * Whether a pipeline belongs to an entity, by the first rule that says so.
 *
 * @remarks
 * An entity's YAML is written by its users, so a rule alone only *claims*. It is confirmed by the first of these:
 *
 * - The configuration gives the pipeline to somebody: then to their entities alone.
 * - It deployed a workload that is confirmed as the entity's, none that is another owner's, and nothing below speaks for
 *   another owner: a mark is written by whoever writes templates, and any pipeline can be named in one.
 * - The catalog read the entity from the directory that the pipeline deploys, and no entity of another owner from the same.
 * - The pipeline carries a label that names the entity.
 *
 * Loosening this lets anyone read the logs of a pipeline by editing their own YAML.
 */
export function matchPipeline(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
  context: PipelineMatchContext,
): PipelineMatch | undefined {
  const rule = pipelineRule(claim, pipeline);
  if (!rule) {
    return undefined;
  }
  const covering = context.mappings.filter(item => covers(item, pipeline));
  if (covering.length > 0) {
    return { rule, ...byPlatform(covering, claim, pipeline) };
  }
  const judgements = [
    byWorkload(claim, pipeline, context.rivals),
    byRepository(claim, pipeline, context.rivals),
    saysEntity(claim, pipeline, context.rivals),
  ].filter((item): item is Judgement => item !== undefined);
  return {
    rule,
    // What would have confirmed it and does not is more telling than that nothing does.
    ...(judgements.find(item => item.confirmed) ??
      judgements[0] ?? {
        confirmed: false,
        reason: sentence('match.pipeline.claimed', { entity: claim.entityRef }),
      }),
  };
}

function byPlatform(
  covering: PipelineMapping[],
  claim: EntityClaim,
  { name }: PipelineCandidate,
): Judgement {
  const mapping = holdingMapping(covering, claim);
  const holder = mapping?.ownerRef ?? mapping?.systemRef ?? '';
  return mapping
    ? {
        confirmed: true,
        reason: sentence('match.pipeline.confirmedByPlatform', {
          pipeline: name,
          holder,
        }),
      }
    : {
        confirmed: false,
        reason: sentence('match.pipeline.otherHolder', { pipeline: name }),
      };
}

function byWorkload(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
  rivals: readonly EntityClaim[],
): Judgement | undefined {
  const own = pipeline.deployed.filter(
    item => item.entityRef === claim.entityRef,
  );
  const found = own.find(item => item.confirmed) ?? own[0];
  if (!found) {
    return undefined;
  }
  const { workload } = found;
  if (!found.confirmed) {
    const reason = sentence('match.pipeline.claimedWorkload', { workload });
    return { confirmed: false, reason };
  }
  const contested = rivals.some(
    rival =>
      ownersOf(rival) !== ownersOf(claim) &&
      (hasDeployedFor(rival, pipeline) ||
        isVouchedFor(rival, pipeline, rivals)),
  );
  return {
    confirmed: !contested,
    reason: sentence(
      contested
        ? 'match.pipeline.contestedWorkload'
        : 'match.pipeline.confirmedByWorkload',
      { workload },
    ),
  };
}

function hasDeployedFor(
  { entityRef }: EntityClaim,
  { deployed }: PipelineCandidate,
): boolean {
  return deployed.some(item => item.confirmed && item.entityRef === entityRef);
}

/** Whether what no template can say speaks for an entity: where it was read from, or the pipeline itself. */
function isVouchedFor(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
  rivals: readonly EntityClaim[],
): boolean {
  return [
    byRepository(claim, pipeline, rivals),
    saysEntity(claim, pipeline, rivals),
  ].some(judgement => judgement?.confirmed);
}

function byRepository(
  claim: EntityClaim,
  pipeline: PipelineCandidate,
  rivals: readonly EntityClaim[],
): Judgement | undefined {
  const own = coveringRepository(claim, pipeline);
  if (!own?.registered) {
    return undefined;
  }
  const params = { repository: own.remote, path: own.path || '/' };
  const branch = pipeline.place?.branch;
  if (branch === undefined || own.branch !== branch) {
    // Whoever may push a branch could otherwise register an entity from it.
    return {
      confirmed: false,
      reason: branch
        ? sentence('match.pipeline.otherBranch', { ...params, branch })
        : sentence('match.pipeline.unknownBranch', params),
    };
  }
  const others = rivals.filter(rival => ownersOf(rival) !== ownersOf(claim));
  const contested = others.some(rival => {
    const theirs = coveringRepository(rival, pipeline);
    return theirs?.registered && theirs.path.length >= own.path.length;
  });
  return {
    confirmed: !contested,
    reason: sentence(
      contested
        ? 'match.pipeline.contestedRepository'
        : 'match.pipeline.confirmedByRepository',
      params,
    ),
  };
}

function covers(mapping: PipelineMapping, pipeline: PipelineCandidate) {
  return (
    (mapping.source === undefined || mapping.source === pipeline.source) &&
    mapping.name.test(pipeline.name)
  );
}
