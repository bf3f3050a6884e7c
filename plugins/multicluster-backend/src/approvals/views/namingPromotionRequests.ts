import { Gate, Promotion } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { PromotionReader } from '../../service/PromotionService';
import { ViewBody } from '../../service/ViewBody';
import { RunName, selectGateRequests } from './selectGateRequests';

type View = ViewBody<Promotion>;
type RequestOf = (runId: string, gateId: string) => string | undefined;

/** Names at each gate of a promotion the open request that collects votes for it. */
export function namingPromotionRequests(
  reader: PromotionReader,
  knex: Knex,
): PromotionReader {
  return {
    async read(entity, show) {
      const view = await reader.read(entity, show);
      const runIds = runIdsOf(view);
      return runIds.length === 0
        ? view
        : named(view, await selectRequests(knex, runIds));
    },
  };
}

function runIdsOf({ environments, steps }: View): string[] {
  return [
    ...environments.flatMap(({ gate }) => (gate ? [gate.runId] : [])),
    ...steps.flatMap(({ next }) => (next.kind === 'gate' ? [next.runId] : [])),
  ];
}

async function selectRequests(
  knex: Knex,
  runIds: string[],
): Promise<RequestOf> {
  const rows: Array<{ hash: string; source: string; key: string }> = await knex(
    'inventory_run as x',
  )
    .join('inventory_source as s', 's.id', 'x.source_id')
    .where(inList(knex, 'x.hash', runIds, 'text'))
    .select('x.hash', 's.name as source', 'x.key');
  const names = new Map<string, RunName>(
    rows.map(({ hash, source, key }) => [hash, { source, key }]),
  );
  const requestOf = await selectGateRequests(knex, [...names.values()]);
  return (runId, gateId) => {
    const run = names.get(runId);
    return run && requestOf(run, gateId);
  };
}

function named(view: View, requestOf: RequestOf): View {
  const of = <T extends Gate>(runId: string, gate: T): T => {
    const requestId = requestOf(runId, gate.id);
    return requestId === undefined ? gate : { ...gate, requestId };
  };
  return {
    ...view,
    environments: view.environments.map(item =>
      item.gate ? { ...item, gate: of(item.gate.runId, item.gate) } : item,
    ),
    steps: view.steps.map(step =>
      step.next.kind === 'gate'
        ? {
            ...step,
            next: { ...step.next, gate: of(step.next.runId, step.next.gate) },
          }
        : step,
    ),
  };
}
