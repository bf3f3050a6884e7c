import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Bar } from '../lib/Bar';
import { Bench, BenchResult } from '../lib/Bench';
import { Scale, startScale } from '../scale/startScale';
import { bareLoopInProcess } from '../scale/bareLoopInProcess';
import { measureSync, Sync } from './measureSync';

function barsOf(store: string, sync: Sync, bare: number): Bar[] {
  return [
    {
      what: `first sync into ${store}, times the bare loop`,
      value: sync.seconds / bare,
      unit: 'x',
      bar: 3,
      aim: 2,
    },
    {
      what: `memory above the idle portal, ${store}`,
      value: sync.memory,
      unit: 'MiB',
      bar: 500,
      aim: 250,
    },
    {
      what: `event-loop lag p99 during it, ${store}`,
      value: sync.lagP99,
      unit: 'ms',
      bar: 100,
    },
  ];
}

async function into(
  store: 'SQLite' | 'PostgreSQL',
  scale: Scale,
  options: { dir: string; bindings: number; postgres?: string },
): Promise<Sync> {
  const dir = path.join(options.dir, store);
  fs.mkdirSync(dir, { recursive: true });
  const { sync, portal } = await measureSync({
    dir,
    port: 7407,
    kubeconfig: scale.kubeconfig,
    bindings: options.bindings,
    postgres: options.postgres,
  });
  await portal.stop();
  return sync;
}

/** The first read of a large world, against the least a client can do in the same run. */
export const syncBench: Bench = {
  name: 'first sync',
  async run({ dir, bindings, clusters, postgres, log }): Promise<BenchResult> {
    const scale = await startScale({ dir, clusters, bindings });
    try {
      // Each sync is compared with the rounds before and after it: what else the machine does changes meanwhile.
      // The second round is the first that counts: the one before it has the server build its pages.
      await bareLoopInProcess(scale.kubeconfig, dir);
      const bare = await bareLoopInProcess(scale.kubeconfig, dir);
      log(`bare loop: ${JSON.stringify(bare)}`);
      const sqlite = await into('SQLite', scale, { dir, bindings });
      log(`into SQLite: ${JSON.stringify(sqlite)}`);
      const after = await bareLoopInProcess(scale.kubeconfig, dir);
      const bars: Bar[] = [
        {
          what: 'bare loop over the bindings alone',
          value: bare.bindingSeconds,
          unit: 's',
          bar: 6,
        },
        ...barsOf('SQLite', sqlite, (bare.seconds + after.seconds) / 2),
      ];
      if (postgres) {
        const pg = await into('PostgreSQL', scale, { dir, bindings, postgres });
        log(`into PostgreSQL: ${JSON.stringify(pg)}`);
        const last = await bareLoopInProcess(scale.kubeconfig, dir);
        const around = (after.seconds + last.seconds) / 2;
        bars.push(...barsOf('PostgreSQL', pg, around));
      } else {
        bars.push({
          what: 'first sync into PostgreSQL, times the bare loop',
          value: NaN,
          unit: 'x',
          bar: 3,
        });
      }
      return {
        bars,
        notes: {
          'bare loop before SQLite (s)': bare.seconds,
          'bare loop after SQLite (s)': after.seconds,
          'first sync into SQLite (s)': sqlite.seconds,
          'bare loop (s of processor)': bare.cpuSeconds,
          'first sync into SQLite (s of processor)': sqlite.cpuSeconds,
          'load of the machine (1 min)': os.loadavg()[0],
          objects: bare.objects,
        },
      };
    } finally {
      await scale.stop();
    }
  },
};
