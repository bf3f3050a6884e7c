import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApiServer } from '../../apiserver/startApiServer';
import { credentials } from '../access';
import { kubeconfigFile } from '../kubeconfigFile';
import { writeKubeconfig } from '../writeKubeconfig';
import type { ScaleOptions } from './ScaleOptions';
import { ScaleWorld } from './ScaleWorld';

/** A scale world behind a Kubernetes API over TLS. */
export interface RunningScaleWorld {
  url: string;
  kubeconfigPath: string;
  /** Where it is driven, see {@link startScaleWorld}. */
  adminUrl: string;
  close(): Promise<void>;
}

/** Does what a path asks for; returns what there is to tell. */
async function drive(world: ScaleWorld, url: URL): Promise<object> {
  const number = (name: string, otherwise: number) =>
    Number(url.searchParams.get(name) ?? otherwise);
  switch (url.pathname) {
    case '/touch':
      world.touch(number('n', 0));
      return { at: Date.now() };
    case '/change': {
      // In portions of 100 ms, so that a second's changes do not arrive at once.
      const perPortion = number('rate', 500) / 10;
      const started = Date.now();
      const portions = number('seconds', 1) * 10;
      for (let i = 0; i < portions; i++) {
        world.touchSome(perPortion);
        await sleep(Math.max(0, started + (i + 1) * 100 - Date.now()));
      }
      return { changes: portions * perPortion, ms: Date.now() - started };
    }
    case '/restamp':
      for (let n = 0; n < number('count', 0); n += 500) {
        world.restamp(n, Math.min(n + 500, number('count', 0)));
        await sleep(number('pauseMs', 50));
      }
      return { at: Date.now() };
    case '/forget':
      // One change that nobody resumed past, and then no history: whoever comes back must list again.
      world.touch(number('n', 0));
      world.touch(number('n', 0));
      world.store.compact();
      return { at: Date.now() };
    case '/lose':
    case '/recover':
      world.setReady(number('n', 0), url.pathname === '/recover');
      return { at: Date.now() };
    default:
      return { error: `no ${url.pathname}` };
  }
}

/**
 * Starts a scale world. Its admin endpoint on loopback takes `POST /touch?n=`, `/change?rate=&seconds=`,
 * `/restamp?count=&pauseMs=`, `/forget`, `/lose?n=` and `/recover?n=`, and answers when it is done.
 */
export async function startScaleWorld(options: {
  size: ScaleOptions;
  port?: number;
  adminPort?: number;
  kubeconfigPath?: string;
}): Promise<RunningScaleWorld> {
  const world = ScaleWorld.create(options.size);
  const api = await startApiServer({
    store: world.store,
    port: options.port,
    tokens: Object.fromEntries(
      credentials.map(({ token, user }) => [token, user]),
    ),
  });
  const admin = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    drive(world, url).then(
      result => response.end(JSON.stringify(result)),
      error => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    admin.once('error', reject);
    admin.listen(options.adminPort ?? 0, '127.0.0.1', resolve);
  });
  const kubeconfigPath = await writeKubeconfig(
    api,
    await kubeconfigFile(options.kubeconfigPath),
  );
  return {
    url: api.url,
    kubeconfigPath,
    adminUrl: `http://127.0.0.1:${(admin.address() as AddressInfo).port}`,
    async close() {
      await new Promise(resolve => {
        admin.close(resolve);
        admin.closeAllConnections();
      });
      await api.close();
    },
  };
}
