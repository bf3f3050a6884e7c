import { existsSync } from 'node:fs';
import path from 'node:path';
import { endProcess, startProcess } from '../lib/startProcess';
import { until } from '../lib/until';
import { readFile } from 'node:fs/promises';

/** A scale world in a process of its own. */
export interface Scale {
  kubeconfig: string;
  /** Asks the world to do something, see the simulator's startScaleWorld. */
  drive(path: string): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** Starts the simulator with many bindings. */
export async function startScale(options: {
  dir: string;
  clusters: number;
  bindings: number;
}): Promise<Scale> {
  const { dir, clusters, bindings } = options;
  const kubeconfig = path.join(dir, 'scale.kubeconfig');
  const log = path.join(dir, 'scale.log');
  const child = startProcess(
    'packages/simulator/src/main.ts',
    [
      '--world',
      'scale',
      '--clusters',
      String(clusters),
      '--bindings',
      String(bindings),
      '--kubeconfig',
      kubeconfig,
      '--admin-port',
      '0',
    ],
    { log },
  );
  try {
    await until('The scale world', 240, async () => existsSync(kubeconfig));
    const adminUrl = await until(
      'The scale world says where',
      10,
      async () => /driven at (\S+)/.exec(await readFile(log, 'utf8'))?.[1],
    );
    return {
      kubeconfig,
      async drive(request) {
        const answer = await fetch(`${adminUrl}${request}`, { method: 'POST' });
        return (await answer.json()) as Record<string, number>;
      },
      stop: () => endProcess(child),
    };
  } catch (error) {
    await endProcess(child);
    throw error;
  }
}
