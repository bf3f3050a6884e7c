import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { ChangedFact, changedFacts } from '../plan/changedFacts';
import { PlanLane } from '../plan/PlanContext';
import { BookedPipeline, PipelineBook } from './PipelineBook';
import { RunRow } from './rows';
import { RunItem } from './RunItem';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/** Plans what facts about runs write, and what they come to. */
export async function planRuns(
  context: RunsContext,
  lane: PlanLane,
  plan: RunsPlan,
  facts: RunFact[],
): Promise<void> {
  const { reader, deriver, source } = context;
  // The same run comes by the list of what is new and by that of what is active: it stays where it came first.
  const changed = await changedFacts(context, lane, plan, facts, {
    anyLane: true,
  });
  if (changed.length === 0) {
    return;
  }
  const rows = await reader.runs(
    changed.flatMap(({ stored }) => (stored ? [stored.id] : [])),
  );
  const keys = changed.map(({ fact }) => fact.pipelineKey);
  const book = new PipelineBook(source, await reader.pipelines('key', keys));
  const items = changed.map(one =>
    toItem(one, book.of(one.fact), {
      lane,
      row: one.stored && rows.get(one.stored.id),
      now: context.now(),
    }),
  );
  const before = plan.runs.length;
  await deriver.derive(plan, items, { quiet: lane.initial });
  // A changed fact is always written, so that these are the rows of all of them.
  plan.kept.push(...plan.runs.slice(before));
}

function toItem(
  { fact, json, hash }: ChangedFact<RunFact>,
  pipeline: BookedPipeline,
  { lane, row, now }: { lane: PlanLane; row?: RunRow; now: number },
): RunItem {
  const createdAt = Date.parse(fact.createdAt);
  return {
    fact,
    json,
    hash,
    laneId: row?.lane_id ?? lane.id,
    pipeline,
    order: {
      key: fact.key,
      createdAt: Number.isNaN(createdAt) ? row?.created_at ?? now : createdAt,
    },
    row,
  };
}
