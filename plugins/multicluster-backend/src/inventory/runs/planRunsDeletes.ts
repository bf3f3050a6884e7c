import { PipelineRow } from './rows';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';
import { RunsFactType } from './runTable';
import { touchAgents } from './touchAgents';

/** Plans the deletion of rows. Runs outlive their pipeline, as history. */
export async function planRunsDeletes(
  context: RunsContext,
  plan: RunsPlan,
  type: RunsFactType,
  ids: number[],
): Promise<void> {
  switch (type) {
    case 'agent':
      return deleteAgents(context, plan, ids);
    case 'pipeline':
      return deletePipelines(context, plan, ids);
    case 'run':
      return deleteRuns(context, plan, ids);
    default:
      return deleteGates(context, plan, ids);
  }
}

async function deleteAgents(
  context: RunsContext,
  plan: RunsPlan,
  ids: number[],
): Promise<void> {
  const rows = await context.reader.agents('id', ids);
  for (const row of rows) {
    plan.deletes.agent.push(row.id);
    plan.objects -= 1;
    plan.transitions.push({
      subjectType: 'agent',
      owner: row,
      subject: row.name,
      field: 'state',
      from: row.state,
      to: 'removed',
      at: context.now(),
    });
  }
  await touchAgents(
    context,
    plan,
    rows.map(({ key }) => key),
    { quiet: false },
  );
}

async function deletePipelines(
  { reader }: RunsContext,
  plan: RunsPlan,
  ids: number[],
): Promise<void> {
  const rows = (await reader.pipelines('id', ids)).filter(
    row => row.fact_hash !== null,
  );
  const named = await reader.pipelinesWithRuns(rows.map(({ id }) => id));
  plan.objects -= rows.length;
  for (const row of rows) {
    if (named.has(row.id)) {
      plan.pipelines.push(gone(row));
    } else {
      plan.deletes.pipeline.push(row.id);
    }
  }
  const active = await reader.activeOf([...named]);
  plan.rederive(
    active.map(({ id }) => id),
    { quiet: false },
  );
}

// What was last read of it stays, so that its history can still be found by its labels and its repository.
function gone(row: PipelineRow): PipelineRow {
  return { ...row, present: false, fact_hash: null, lane_id: null };
}

async function deleteRuns(
  { reader }: RunsContext,
  plan: RunsPlan,
  ids: number[],
): Promise<void> {
  const rows = [...(await reader.runs(ids)).values()];
  const pipelineIds = [...new Set(rows.map(row => row.pipeline_id))];
  const pipelines = await reader.pipelines('id', pipelineIds);
  const deleted = rows.map(({ id }) => id);
  const named = await reader.pipelinesWithRuns(pipelineIds, {
    besides: deleted,
  });
  plan.objects -= rows.length;
  plan.deletes.run.push(...deleted);
  for (const { id, fact_hash: stated } of pipelines) {
    if (stated === null && !named.has(id)) {
      plan.deletes.pipeline.push(id);
    } else {
      plan.touchedPipelines.add(id);
    }
  }
  const active = await reader.activeOf(pipelineIds);
  const behind = active.flatMap(({ id }) => (deleted.includes(id) ? [] : [id]));
  plan.rederive(behind, { quiet: false });
}

async function deleteGates(
  { reader }: RunsContext,
  plan: RunsPlan,
  ids: number[],
): Promise<void> {
  plan.deletes.gate.push(...ids);
  plan.objects -= ids.length;
  const keys = await reader.runKeysOfGates(ids);
  plan.rederive(await reader.runIds(keys), { quiet: false });
}
