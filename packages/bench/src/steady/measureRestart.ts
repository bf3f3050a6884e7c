import { setTimeout as sleep } from 'node:timers/promises';
import { BenchResult } from '../lib/Bench';
import { until } from '../lib/until';
import { InventoryDatabase } from '../portal/inventoryDatabase';
import { Measured, startMeasured } from '../portal/startMeasured';
import { Scale } from '../scale/startScale';
import { askTopology, TopologyAnswer } from './askTopology';

interface Options {
  dir: string;
  port: number;
  kubeconfig: string;
  catalog: string;
}

async function firstAnswer(portal: Measured, token: string): Promise<number> {
  return until(
    'An answer after the restart',
    180,
    async () => {
      const { ok, text } = await askTopology(portal.url, token, 'svc-0').catch(
        () => ({ ok: false, text: '' }),
      );
      if (!ok) {
        return undefined;
      }
      const { workloads } = JSON.parse(text) as TopologyAnswer;
      return workloads.length === 3 ? Date.now() : undefined;
    },
    50,
  );
}

async function startAgain(options: Options, token: string) {
  const portal = startMeasured(options);
  const answered = await firstAnswer(portal, token);
  const started = await until('The plugin starts', 30, () =>
    portal.loggedAt(/newly initialized: .*'multicluster'/),
  );
  return { portal, seconds: Math.max(0, (answered - started) / 1000) };
}

/**
 * The portal is stopped and started on its database: once with nothing missed, and once when the control plane has
 * forgotten where it stood, so that everything is listed again.
 */
export async function measureRestart(
  portal: Measured,
  scale: Scale,
  options: Options,
  token: string,
): Promise<BenchResult & { portal: Measured }> {
  await portal.stop();
  const database = InventoryDatabase.open(options);
  let current: Measured | undefined;
  try {
    await database.countWrites();
    const resumed = await startAgain(options, token);
    current = resumed.portal;
    await sleep(20_000);
    const resumeWrites = await database.writes();
    await current.stop();
    await scale.drive('/forget');
    await database.resetWrites();
    const listedBefore = await database.bindingsListedAt();
    const relisted = await startAgain(options, token);
    current = relisted.portal;
    await until(
      'The relist',
      300,
      async () => (await database.bindingsListedAt()) > listedBefore,
    );
    await sleep(10_000);
    const relistWrites = await database.writes();
    await database.stopCounting();
    return {
      portal: current,
      bars: [
        {
          what: 'last-known data after the plugin started',
          value: resumed.seconds,
          unit: 's',
          bar: 2,
        },
        {
          what: 'rows written by a resume',
          value: resumeWrites,
          unit: 'rows',
          bar: 0,
        },
        {
          what: 'rows written by a full relist of unchanged objects, stamps aside',
          value: relistWrites,
          unit: 'rows',
          bar: 0,
        },
      ],
      notes: {
        'answered after the restart with a relist (s)': relisted.seconds,
      },
    };
  } catch (error) {
    await current?.stop();
    throw error;
  } finally {
    await database.close();
  }
}
