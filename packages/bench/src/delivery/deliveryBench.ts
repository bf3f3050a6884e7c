import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bar } from '../lib/Bar';
import { Bench } from '../lib/Bench';
import { percentile } from '../lib/percentile';
import { until } from '../lib/until';
import {
  Measured,
  ready,
  signIn,
  startMeasured,
} from '../portal/startMeasured';
import { ask, measureVisible, SeenRun } from './measureVisible';
import { Delivery, startDelivery } from './startDelivery';

const APPLICATIONS = 500;
/** Services of the catalog that name a pipeline each. */
const SERVICES = 60;
const ON_SCREEN = 3;

function writeServices(dir: string): string {
  const file = path.join(dir, 'services.yaml');
  const entities = Array.from({ length: SERVICES }, (_, n) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `svc-${n}`,
        annotations: { 'pipecd.dev/application-name': `svc-${n}` },
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
    }),
  );
  fs.writeFileSync(file, entities.join('\n---\n'));
  return file;
}

/** Processor time of a portal while nobody reads, in percent of one core. */
async function cost(portal: Measured, seconds: number): Promise<number> {
  const before = await portal.ask('gc');
  const began = performance.now();
  await sleep(seconds * 1000);
  const after = await portal.ask('sample');
  const elapsed = (performance.now() - began) / 1000;
  return ((after.cpuSeconds - before.cpuSeconds) / elapsed) * 100;
}

async function listOf(portal: Measured, token: string): Promise<SeenRun[]> {
  const { items } = await ask<{ items: SeenRun[] }>(
    portal,
    token,
    'runs?limit=100',
  );
  return items;
}

/** When a change is seen by who has the run on screen, and by who reads a list. */
async function visible(
  portal: Measured,
  delivery: Delivery,
  seconds: number,
): Promise<{ onScreen: number[]; active: number[] }> {
  const token = await signIn(portal, 'paul');
  const wanted = new Set(delivery.active);
  const known = await until('All active runs are listed', 120, async () => {
    const runs = (await listOf(portal, token)).filter(({ nativeId }) =>
      wanted.has(nativeId),
    );
    return runs.length === wanted.size && runs;
  });
  const idOf = new Map(known.map(({ id, nativeId }) => [nativeId, id]));
  const active = await measureVisible({
    delivery,
    runs: delivery.active.slice(ON_SCREEN),
    seconds,
    everyMs: 250,
    restMs: 10_000,
    read: once(250, () => listOf(portal, token)),
  });
  const onScreen = await measureVisible({
    delivery,
    runs: delivery.active.slice(0, ON_SCREEN),
    seconds,
    everyMs: 50,
    restMs: 4_000,
    read: async run =>
      (
        await ask<{ run: SeenRun }>(portal, token, `runs/${idOf.get(run)}`)
      ).run,
  });
  return { onScreen, active };
}

/** One answer for all readers of a list within that time, so that the portal is not asked for the same again and again. */
function once(ms: number, list: () => Promise<SeenRun[]>) {
  let at = -Infinity;
  let answer: Promise<SeenRun[]> = Promise.resolve([]);
  return async (run: string) => {
    if (performance.now() - at >= ms) {
      at = performance.now();
      answer = list();
    }
    return (await answer).find(({ nativeId }) => nativeId === run);
  };
}

function latest(values: number[]): number {
  return values.some(Number.isNaN) ? NaN : percentile(values, 0.99);
}

/** A portal that follows a PipeCD with many applications: what that costs, and how soon a reader sees what happens there. */
export const deliveryBench: Bench = {
  name: 'delivery',
  async run({ dir, seconds, log }) {
    const delivery = await startDelivery({ dir, applications: APPLICATIONS });
    const portal = startMeasured({
      dir,
      port: 7427,
      catalog: writeServices(dir),
      pipecd: delivery.controlPlane,
    });
    try {
      await ready(portal);
      await signIn(portal, 'paul');
      await sleep(30_000);
      const before = await delivery.change(delivery.active[0], 'step 1');
      const whole = await cost(portal, seconds);
      const after = await delivery.change(delivery.active[0], 'step 2');
      const calls = Object.entries(after).map(
        ([name, n]) => `${name} ${n - (before[name] ?? 0)}`,
      );
      log(`calls while steady: ${calls.join(', ')}`);
      const seen = await visible(portal, delivery, seconds);
      const bars: Bar[] = [
        {
          what: `whole portal that follows ${APPLICATIONS} applications with ${delivery.active.length} active runs, of one core`,
          value: whole,
          unit: '%',
          bar: 5,
        },
        {
          what: 'change of a run on screen visible p99',
          value: latest(seen.onScreen),
          unit: 'ms',
          bar: 5_000,
        },
        {
          what: 'change of an active run visible p99',
          value: latest(seen.active),
          unit: 'ms',
          bar: 11_000,
        },
      ];
      return {
        bars,
        notes: {
          'calls while steady': calls.join(', '),
          'on screen: changes followed': seen.onScreen.length,
          'on screen: p50 (ms)': percentile(seen.onScreen, 0.5),
          'active: changes followed': seen.active.length,
          'active: p50 (ms)': percentile(seen.active, 0.5),
        },
      };
    } finally {
      await portal.stop();
      await delivery.stop();
    }
  },
};
