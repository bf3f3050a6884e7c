import {
  DeliverySource,
  ObserveRunsContext,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { setTimeout } from 'node:timers/promises';
import { fakeRunsFacet } from './fakeRunsFacet';
import { runsFacts } from './runsFacts';

const PAGE = 20;

interface FakeRunsSourceOptions {
  id?: string;
  /** How many runs it lists, oldest first; every tenth is active. */
  runs: number;
  /** How long each page of 20 takes. */
  pageMs?: number;
}

/** A source of runs that it lists by change, each page with a checkpoint from where it goes on after a restart. */
export function fakeRunsSource(
  options: FakeRunsSourceOptions,
): DeliverySource & { runs: RunsFacet; resumed: Array<string | undefined> } {
  const { id = 'west', runs, pageMs = 0 } = options;
  const resumed: Array<string | undefined> = [];
  const list = Array.from({ length: runs }, (_, at) =>
    runsFacts.run(`run-${at}`, {
      status: at % 10 === 0 ? 'running' : 'succeeded',
    }),
  );

  async function observe(context: ObserveRunsContext): Promise<void> {
    const { signal, sink, report } = context;
    report.declare('runs', { subject: 'Runs' });
    report.facts([{ code: 'fake.tool', params: {}, text: 'a tool' }]);
    const checkpoint = await sink.checkpoint('runs');
    resumed.push(checkpoint);
    for (
      let at = Number(checkpoint ?? 0);
      at < list.length && !signal.aborted;
      at += PAGE
    ) {
      await sink.change({
        lane: 'runs',
        upserts: list.slice(at, at + PAGE),
        deletes: [],
        checkpoint: String(at + PAGE),
      });
      report.contact('runs');
      await setTimeout(pageMs);
    }
    while (!signal.aborted) {
      await context.demand.wait(50, signal);
    }
  }

  return {
    id,
    type: 'fake',
    resumed,
    runs: {
      capabilities: () => [],
      derive: fakeRunsFacet().derive,
      observe,
      log: async () => ({ lines: [], complete: false }),
    },
  };
}
