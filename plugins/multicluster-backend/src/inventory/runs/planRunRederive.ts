import { PipelineBook } from './PipelineBook';
import { RunsContext } from './RunsContext';
import { RunsPlan } from './RunsPlan';

/**
 * Plans what stored runs come to now that something beside them changed.
 *
 * @param options - `quiet`: nothing that comes out is a change
 */
export async function planRunRederive(
  context: RunsContext,
  plan: RunsPlan,
  ids: number[],
  options: { quiet: boolean },
): Promise<void> {
  const { reader, deriver, source } = context;
  const rows = [...(await reader.runs(ids)).values()];
  const pipelines = await reader.pipelines(
    'id',
    rows.map(row => row.pipeline_id),
  );
  const book = new PipelineBook(source, pipelines);
  const items = rows.map(row => {
    const fact = JSON.parse(row.fact);
    return {
      fact,
      json: row.fact,
      hash: row.fact_hash,
      laneId: row.lane_id,
      pipeline: book.of(fact),
      order: { key: row.key, createdAt: row.created_at },
      row,
    };
  });
  await deriver.derive(plan, items, options);
}
