import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { replicaWorld } from './replicaWorld';

const TOKEN = 'a-token-for-the-test-of-replicas';

/** A whole back end in a process of its own. */
export class Replica {
  readonly #child: ChildProcess;
  readonly #loaded: Promise<unknown>;
  readonly #port: number;
  #said = '';

  /** Loads a back end; it starts when it is told to. */
  static async load(options: {
    /** Connection of a PostgreSQL database that all replicas share. */
    database: object;
    kubeconfig: string;
  }): Promise<Replica> {
    const port = await freePort();
    return new Replica(port, configOf(port, options));
  }

  private constructor(port: number, config: object) {
    this.#port = port;
    this.#child = fork(
      require.resolve('./replicaProcess.ts'),
      [JSON.stringify({ config, entities: [replicaWorld.entity] })],
      {
        execArgv: [
          '--no-node-snapshot',
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      },
    );
    this.#child.stdout?.on('data', text => (this.#said += text));
    this.#child.stderr?.on('data', text => (this.#said += text));
    this.#loaded = once(this.#child, 'message');
  }

  /** Its process, by which it is named in the leases. */
  get pid(): number {
    return this.#child.pid!;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async start(): Promise<void> {
    await Promise.race([this.#loaded, once(this.#child, 'exit')]);
    this.#child.send('start');
  }

  /** Ends it as an orchestrator does. Resolves with its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(
      `http://127.0.0.1:${this.#port}/api/multicluster/v1${path}`,
      { headers: { Authorization: `Bearer ${TOKEN}` } },
    );
    if (!response.ok) {
      throw new Error(
        `${path} answered ${response.status}: ${this.#complaints()}`,
      );
    }
    return (await response.json()) as T;
  }

  /** The version it shows on each cluster: `member1 2`. */
  async versions(): Promise<string[]> {
    const { namespace, name } = replicaWorld.entity.metadata;
    const { workloads } = await this.get<EntityTopology>(
      `/entities/${namespace}/component/${name}/topology`,
    );
    return workloads
      .flatMap(({ placement }) => placement?.targets ?? [])
      .map(({ cluster, versions }) => `${cluster} ${versions[0]?.version}`)
      .sort();
  }

  /** Its warnings and errors, for the message of a failed test. */
  #complaints(): string {
    return this.#said
      .split('\n')
      .filter(line => !line.includes('"level":"info"'))
      .join('\n')
      .slice(-4000);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.running) {
      const ended = once(this.#child, 'exit');
      this.#child.kill(signal);
      await ended;
    }
    return this.#child.exitCode;
  }
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

function configOf(
  port: number,
  { database, kubeconfig }: { database: object; kubeconfig: string },
) {
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      lifecycle: { serverShutdownDelay: { seconds: 0 } },
      database: {
        client: 'pg',
        // One database of the test's own, with a schema for each plugin.
        pluginDivisionMode: 'schema',
        connection: database,
        knexConfig: { pool: { min: 0, max: 5 } },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'test' } },
        ],
      },
    },
    multicluster: {
      matching: { every: { seconds: 1 } },
      karmada: {
        controlPlanes: [{ name: 'prod', kubeconfig: { file: kubeconfig } }],
      },
    },
  };
}
