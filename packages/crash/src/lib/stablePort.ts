import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below where Linux (32768) and the others (49152) take the ports of connections from. */
const FIRST = 12_000;
const LAST = 30_000;

/**
 * A port of loopback that stays free while nobody listens on it: one that the system gives away may be that of somebody's
 * connection by the time what was killed is started again.
 */
export async function stablePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
  return (await isFree(port)) ? port : stablePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
