import {
  Freshness,
  isRunOver,
  RunDetails,
  sentence,
  Sentence,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { byTurn } from '../../inventory/runs/byTurn';
import { ViewBody } from '../../service/ViewBody';
import { latestRun } from '../pipelines/latestRun';
import { toAgent } from '../pipelines/toAgent';
import { coverageOfRuns } from './coverageOfRuns';
import { Deployed, NOTHING_DEPLOYED } from './Deployed';
import { deployedSentences } from './deployedSentences';
import { RunViewOptions } from './RunViewOptions';
import { outrankedBy } from './outrankedBy';
import { readDeployed } from './readDeployed';
import { RunColumns, RUN_COLUMNS, toRunRecord } from './runColumns';
import { runQuery } from './runQuery';
import { RunRecord } from './RunRecord';
import { selectPipelineEntities } from './selectPipelineEntities';
import { toneOfRun } from './toneOfRun';
import { toRunRow } from './toRunRow';
import { worstFirst } from './worstFirst';

/** Of a chain or of what stands before a run; no one reads more. */
const MOST_RELATED = 200;

/** A run with its stages, its chain and what stands before it, in at most six statements; undefined: nobody knows it. */
export async function readRun(
  options: RunViewOptions,
  hash: string,
): Promise<ViewBody<RunDetails> | undefined> {
  const { knex, sources } = options;
  const [health, fleet, found] = await Promise.all([
    options.health.read('runs'),
    options.health.read('fleet'),
    selectRun(knex, hash),
  ]);
  if (!found) {
    return undefined;
  }
  const { record, isLatest } = found;
  const { pipeline, derived } = record;
  const [related, deployed] = await Promise.all([
    selectRelated(knex, record),
    // What is on the control plane now is of the latest run; an older one says nothing of it.
    isLatest ? readDeployed(knex, sources, [pipeline], fleet) : undefined,
  ]);
  const entitiesOf = await selectPipelineEntities(knex, [
    pipeline.id,
    ...related.map(item => item.pipeline.id),
  ]);
  const context = { ...options, lanes: health.lanes };
  const row = (item: RunRecord) =>
    toRunRow(item, entitiesOf(item.pipeline.id), context);
  const own = deployed?.get(pipeline.id) ?? NOTHING_DEPLOYED;
  const run = { ...row(record), ...outrankedBy(record, own) };
  const coverage = coverageOfRuns(
    { total: 1, stale: run.freshness.state === 'last-known' ? 1 : 0 },
    health,
    pipeline.agent ? [{ source: pipeline.source, agent: pipeline.agent }] : [],
  );
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
    run,
    sentences: sentencesOf(record, own, run.freshness),
    stages: derived.stages,
    ...(pipeline.agent && { agent: toAgent(pipeline.agent) }),
    chain: chainOf(record, related).map(row),
    behind: related.filter(item => isBefore(item, record)).map(row),
    placedNowhere: own.placedNowhere,
  };
}

async function selectRun(
  knex: Knex,
  hash: string,
): Promise<{ record: RunRecord; isLatest: boolean } | undefined> {
  const row: (RunColumns & { latest_id: number }) | undefined = await runQuery(
    knex,
  )
    .where('r.hash', hash)
    .first(...RUN_COLUMNS, knex.raw('? as latest_id', [latestRun(knex)]));
  return (
    row && { record: toRunRecord(row), isLatest: row.latest_id === row.run_id }
  );
}

/** The other runs of its chain, and those of its pipeline that are not over and came before. */
async function selectRelated(
  knex: Knex,
  { id, sourceId, chainId, createdAt, derived, pipeline }: RunRecord,
): Promise<RunRecord[]> {
  const waits = !isRunOver(derived.status);
  if (!waits && chainId === undefined) {
    return [];
  }
  const rows: RunColumns[] = await runQuery(knex)
    .whereNot('r.id', id)
    .where(any => {
      if (chainId !== undefined) {
        any.orWhere({ 'r.source_id': sourceId, 'r.chain_id': chainId });
      }
      if (waits) {
        any.orWhere(before =>
          before
            .where({ 'r.pipeline_id': pipeline.id, 'r.active': true })
            .where('r.created_at', '<=', createdAt),
        );
      }
    })
    .orderBy(['r.created_at', 'r.id'])
    .limit(MOST_RELATED)
    .select(...RUN_COLUMNS);
  return rows.map(toRunRecord);
}

function chainOf(record: RunRecord, related: RunRecord[]): RunRecord[] {
  const { chainId } = record;
  if (chainId === undefined) {
    return [];
  }
  const index = (item: RunRecord) => item.fact.chain?.index ?? 0;
  return [record, ...related.filter(item => item.chainId === chainId)].sort(
    (a, b) => index(a) - index(b) || a.createdAt - b.createdAt,
  );
}

function isBefore(item: RunRecord, record: RunRecord): boolean {
  return (
    item.pipeline.id === record.pipeline.id &&
    item.fact.active &&
    !isRunOver(record.derived.status) &&
    byTurn(turnOf(item), turnOf(record)) < 0
  );
}

function turnOf({ fact: { key }, createdAt, derived: { status } }: RunRecord) {
  return { key, createdAt, status };
}

function sentencesOf(
  { derived, pipeline: { agent } }: RunRecord,
  deployed: Deployed,
  { reason }: Freshness,
): Array<Sentence & { tone: Tone }> {
  if (reason?.code === 'view.lastKnown.lane' && !isRunOver(derived.status)) {
    // What the tool said of a run under way may be over by now; that it cannot be read is what there is to say.
    return worstFirst([
      ...deployedSentences(deployed),
      { ...reason, tone: 'warn' },
    ]);
  }
  const tone = toneOfRun(derived);
  const offline =
    agent?.state === 'offline' && !isRunOver(derived.status)
      ? [
          {
            ...sentence('pipeline.agentOffline', { agent: agent.name }),
            tone: 'warn' as const,
          },
        ]
      : [];
  return worstFirst([
    ...deployedSentences(deployed),
    { ...derived.sentence, tone },
    ...derived.notes.map(note => ({
      ...note,
      // What is worth knowing beside a success or a run under way is worth a second look.
      tone: tone === 'bad' ? tone : ('warn' as const),
    })),
    ...offline,
  ]);
}
