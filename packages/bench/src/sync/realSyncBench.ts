import { Bench } from '../lib/Bench';
import { bareLoopInProcess } from '../scale/bareLoopInProcess';
import { measureSync } from './measureSync';

/**
 * The first read of a real control plane that somebody filled, against the least a client can do, page by page. Run by hand:
 * `KARMADA_KUBECONFIG` names the control plane, in which nothing may change meanwhile.
 */
export function realSyncBench(kubeconfig: string): Bench {
  return {
    name: 'first sync from a real API server',
    async run({ dir, log }) {
      // The first round has the server warm up, and is compared with nothing.
      await bareLoopInProcess(kubeconfig, dir);
      const before = await bareLoopInProcess(kubeconfig, dir);
      log(`bare loop: ${JSON.stringify(before)}`);
      const { sync, portal } = await measureSync({
        dir,
        port: 7437,
        kubeconfig,
        bindings: before.bindings,
      });
      await portal.stop();
      log(`into SQLite: ${JSON.stringify(sync)}`);
      const after = await bareLoopInProcess(kubeconfig, dir);
      return {
        bars: [
          {
            what: 'bindings in the real API server',
            value: before.bindings,
            unit: 'bindings',
            bar: 20_000,
            atLeast: true,
          },
          {
            what: 'first sync into SQLite, times the bare loop',
            value: (2 * sync.seconds) / (before.seconds + after.seconds),
            unit: 'x',
            bar: 1.3,
            aim: 1.2,
          },
        ],
        notes: {
          'bare loop before (s)': before.seconds,
          'bare loop after (s)': after.seconds,
          'first sync (s)': sync.seconds,
          objects: before.objects,
        },
      };
    },
  };
}
