import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityPipeline,
  EntityRuns,
} from '@fairway/backstage-plugin-multicluster-common';
import { MatchingService } from '../../matching/MatchingService';
import { EntityRunsRequest } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { coverageOfRuns } from './coverageOfRuns';
import { NOTHING_DEPLOYED } from './Deployed';
import { deployedSentences } from './deployedSentences';
import { explainPipelineMatch } from './explainPipelineMatch';
import { readEntityHistory } from './readEntityHistory';
import { RunViewOptions } from './RunViewOptions';
import { pipelineSentences } from './pipelineSentences';
import { readDeployed } from './readDeployed';
import {
  EntityPipelines,
  selectEntityPipelines,
} from './selectEntityPipelines';
import { toEntityPipeline } from './toEntityPipeline';
import { toRunRow } from './toRunRow';
import { worstFirst } from './worstFirst';

/** What the runs of an entity are read with. */
export interface EntityRunsOptions extends RunViewOptions {
  matching: Pick<MatchingService, 'claimHashOf' | 'refreshEntity'>;
  showClaimed: boolean;
}

/** The pipelines of an entity and their runs, newest first, in at most seven statements however many there are. */
export async function readEntityRuns(
  options: EntityRunsOptions,
  entity: Entity,
  request: EntityRunsRequest,
): Promise<ViewBody<EntityRuns>> {
  const { knex, sources, showClaimed } = options;
  const entityRef = stringifyEntityRef(entity);
  const [health, fleet, record] = await Promise.all([
    options.health.read('runs'),
    options.health.read('fleet'),
    readPipelines(options, entity),
  ]);
  const allowed = record.pipelines.filter(
    item => item.match.confirmed || showClaimed,
  );
  const shown = allowed.filter(item => item.present);
  const [history, deployed] = await Promise.all([
    readEntityHistory(knex, allowed, request),
    readDeployed(
      knex,
      sources,
      shown.map(item => item.pipeline),
      fleet,
    ),
  ]);
  const context = { ...options, lanes: health.lanes };
  const pipelines = shown.map(item =>
    toEntityPipeline(
      item,
      deployed.get(item.pipeline.id) ?? NOTHING_DEPLOYED,
      context,
    ),
  );
  const latest = new Set(shown.map(item => item.latest?.id));
  const coverage = coverageOfRuns(
    {
      total: shown.length,
      stale: pipelines.filter(item => item.freshness.state === 'last-known')
        .length,
    },
    health,
    shown.flatMap(({ pipeline: { source, agent } }) =>
      agent ? [{ source, agent }] : [],
    ),
  );
  // What runs where outranks what a tool says of its runs: of equally urgent ones, it comes first.
  const [sentence] = worstFirst([
    ...[...deployed.values()].flatMap(deployedSentences),
    ...shown.flatMap(
      (item, index) =>
        lastKnownSentence(pipelines[index]) ?? pipelineSentences(item),
    ),
  ]);
  return {
    entityRef,
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    ...(sentence && { sentence }),
    pipelines,
    items: history.records.map(item =>
      toRunRow(
        item,
        history.entitiesOf(item.pipeline.id),
        context,
        latest.has(item.id) ? deployed.get(item.pipeline.id) : undefined,
      ),
    ),
    total: history.total,
    ...(history.nextCursor && { nextCursor: history.nextCursor }),
    match: explainPipelineMatch({
      entityRef,
      entityName: entity.metadata.name,
      claim: record.claim,
      shown,
      hidden: record.pipelines.filter(item => !allowed.includes(item)),
      showClaimed,
      anyTool: health.sources.length > 0,
      complete: health.sources.every(source => source.everRead),
    }),
  };
}

/** Of what its tool does not confirm now: that a gate waits or a run fails may be over by now. */
function lastKnownSentence({ freshness: { state, reason } }: EntityPipeline) {
  return state === 'live' || reason?.code !== 'view.lastKnown.lane'
    ? undefined
    : [{ ...reason, tone: 'warn' as const }];
}

/** After an edit of the entity's annotations, which the caller may be looking at, they are matched first. */
async function readPipelines(
  { knex, matching }: EntityRunsOptions,
  entity: Entity,
): Promise<EntityPipelines> {
  const entityRef = stringifyEntityRef(entity);
  const stored = await selectEntityPipelines(knex, entityRef);
  if (stored.claimHash === matching.claimHashOf(entity)) {
    return stored;
  }
  await matching.refreshEntity(entity);
  return selectEntityPipelines(knex, entityRef);
}
