import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { configOf, entities } from './crashWorld';

/** Where and when the portal kills itself: at the `skip`-th passage of a point, from 0. */
export interface Death {
  point: string;
  skip: number;
}

/** The back end under test, started again and again over one database. */
export class Portal {
  readonly #options: PortalOptions;
  #child: ChildProcess | undefined;
  #port = 0;

  static create(options: PortalOptions): Portal {
    return new Portal(options);
  }

  private constructor(options: PortalOptions) {
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/api/multicluster/v1`;
  }

  get running(): boolean {
    const child = this.#child;
    return child !== undefined && !hasEnded(child);
  }

  /** Rejects when it ends before it has started. */
  async start(death?: Death): Promise<void> {
    const { file, cwd, log, tool, database } = this.#options;
    this.#port ||= await freePort();
    const config = configOf({ port: this.#port, database });
    const out = openSync(log, 'a');
    const child = spawn(
      process.execPath,
      [
        '--no-node-snapshot',
        file,
        JSON.stringify({ config, entities, tool, ...death }),
      ],
      {
        cwd,
        stdio: ['ignore', out, out, 'ipc'],
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      },
    );
    this.#child = child;
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The portal ended with ${code}; see ${log}`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
  }

  /** Resolves once it is gone; at once where it is not running. */
  async gone(): Promise<void> {
    if (this.#child && !hasEnded(this.#child)) {
      await once(this.#child, 'exit');
    }
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.gone();
  }
}

interface PortalOptions {
  /** The bundled back end. */
  file: string;
  /** Where packages are found. */
  cwd: string;
  /** Where its output goes. */
  log: string;
  /** Address of the tool. */
  tool: string;
  /** `backend.database` of its configuration. */
  database: object;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
