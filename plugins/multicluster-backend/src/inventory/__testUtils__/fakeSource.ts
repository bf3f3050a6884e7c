import {
  DeliverySource,
  FleetFact,
  FleetFacet,
  ObserveContext,
} from '@fairway/backstage-plugin-multicluster-node';
import { setTimeout } from 'node:timers/promises';
import { facts } from './facts';
import { fakeFacet } from './fakeFacet';

interface FakeSourceOptions {
  id?: string;
  /** How many placements it lists. */
  placements?: number;
  /** How long each page of 20 takes. */
  pageMs?: number;
  /** Replaces what it does when it is observed. */
  observe?: FleetFacet['observe'];
}

/** Lists its placements when nothing is stored of them, else goes on from where it was, until it is told to end. */
export function fakeSource(
  options: FakeSourceOptions = {},
): DeliverySource & { fleet: FleetFacet; observations: ObserveContext[] } {
  const { id = 'west', placements = 3, pageMs = 0 } = options;
  const observations: ObserveContext[] = [];
  const list: FleetFact[] = Array.from({ length: placements }, (_, at) =>
    facts.placement(`app-${at}`, { clusters: { a: 'healthy', b: 'healthy' } }),
  );

  async function observe(context: ObserveContext): Promise<void> {
    const { signal, sink, report } = context;
    report.declare('bindings', { subject: 'Bindings' });
    if ((await sink.checkpoint('bindings')) === undefined) {
      report.relist('bindings');
      const sweep = await sink.beginSweep('bindings');
      for (let at = 0; at < list.length && !signal.aborted; at += 20) {
        await sweep.page(list.slice(at, at + 20));
        report.contact('bindings');
        await setTimeout(pageMs);
      }
      if (!signal.aborted) {
        await sweep.complete('100');
      }
    }
    report.contact('bindings');
    while (!signal.aborted) {
      await setTimeout(50, undefined, { signal }).catch(() => {});
    }
  }

  return {
    id,
    type: 'fake',
    observations,
    fleet: {
      ...fakeFacet(),
      observe: async context => {
        observations.push(context);
        await (options.observe ?? observe)(context);
      },
      explainUnplaced: () => ({ code: 'x', params: {}, text: 'nothing' }),
      explainLoss: () => ({ code: 'x', params: {}, text: 'nothing' }),
    },
  };
}
