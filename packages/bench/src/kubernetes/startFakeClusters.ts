import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../lib/root';

/** API servers of many clusters, see fakeClusters. `url(n)` is the address of the nth. */
export async function startFakeClusters(options: { hung?: number }) {
  const worker = new Worker(
    path.join(root, 'packages/bench/src/kubernetes/fakeClusters.ts'),
    {
      workerData: options,
    },
  );
  const [port] = (await once(worker, 'message')) as [number];
  return {
    url: (n: number) => `http://127.0.0.1:${port}/clusters/${n}`,
    async stop() {
      await worker.terminate();
    },
  };
}
