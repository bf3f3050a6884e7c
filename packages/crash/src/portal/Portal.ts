import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { endOf } from '../lib/endOf';
import { stablePort } from '../lib/stablePort';
import { configOf, entities, Waves } from './crashWorld';

interface PortalOptions {
  /** The bundled back end. */
  file: string;
  /** Where it runs: no checkout, or it would read the schemas of all its packages at each start. */
  cwd: string;
  /** Where its output goes. */
  log: string;
  /** Where what was compiled once is kept for the next start. */
  cache: string;
  /** Address of the tool, and of the control plane. */
  tool: string;
  plane: string;
  /**
   * Name of its host; another at each start, as where each is a container of its own: nobody can tell that the one before is dead.
   * Absent: it always runs on this one.
   */
  host?: string;
  /** `backend.database` of its configuration. */
  database: object;
  /** What its policy says of clusters of lanes. */
  waves: Waves;
}

/** A back end under test, started again and again over one database. */
export class Portal {
  readonly #options: PortalOptions;
  #child: ChildProcess | undefined;
  #port = 0;
  #waiting: Array<() => void> = [];
  #ready = false;
  #launches = 0;
  #ownEnd: string | undefined;

  static create(options: PortalOptions): Portal {
    return new Portal(options);
  }

  private constructor(options: PortalOptions) {
    this.#options = options;
  }

  /** Whether it can be reached. */
  get isReady(): boolean {
    return this.#ready;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && !hasEnded(this.#child);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/api/multicluster/v1`;
  }

  /** Resolves at once while it can be reached, else when it can be again. */
  async ready(signal: AbortSignal): Promise<void> {
    if (!this.#ready) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', reject, { once: true });
      });
    }
  }

  /** Begins to start it. @returns what resolves once it can be reached, and rejects when it ends before that */
  async launch(): Promise<{ started: Promise<void> }> {
    const { log } = this.#options;
    this.#port ||= await stablePort();
    const child = this.#spawn();
    this.#child = child;
    child.once('exit', (code, signal) => {
      this.#ready = false;
      // Whatever kills it here does so by SIGKILL: another end is its own, and no crash that was planned.
      if (signal !== 'SIGKILL') {
        this.#ownEnd ??= `The portal ended by itself with ${signal ?? code}`;
      }
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(
        `The portal ended with ${code}; see ${log}, which ends in\n${endOf(
          log,
        )}`,
      );
    });
    const started = Promise.race([once(child, 'message'), ended]).then(() => {
      this.#ready = !hasEnded(child);
      this.#waiting.splice(0).forEach(resolve => resolve());
    });
    // Whoever kills it does not wait for its start.
    ended.catch(() => undefined);
    started.catch(() => undefined);
    return { started };
  }

  /** Has it kill itself at the `skip`-th passage of a point from now, counted from 0. `null`: it lives after all. */
  arm(death: { point: string; skip: number } | null): void {
    if (this.#child?.connected) {
      this.#child.send(death ?? {}, () => undefined);
    }
  }

  /** @throws Error once it ended in another way than by being killed: that is what is looked for, and no planned death. */
  requireNoOwnEnd(): void {
    if (this.#ownEnd) {
      throw new Error(`${this.#ownEnd}; see ${this.#options.log}`);
    }
  }

  /** Resolves once it is gone; at once where it is not running. */
  async gone(): Promise<void> {
    if (this.#child && this.isRunning) {
      await once(this.#child, 'exit');
    }
  }

  async kill(): Promise<void> {
    this.#ready = false;
    this.#child?.kill('SIGKILL');
    await this.gone();
  }

  #spawn(): ChildProcess {
    const { file, cwd, log, tool, plane, host, database, waves, cache } =
      this.#options;
    this.#launches += 1;
    const out = openSync(log, 'a');
    const given = {
      config: configOf({ port: this.#port, database, waves }),
      entities,
      tool,
      plane,
      ...(host && { host: `${host}-${this.#launches}` }),
    };
    const child = spawn(
      process.execPath,
      ['--no-node-snapshot', file, JSON.stringify(given)],
      {
        cwd,
        stdio: ['ignore', out, out, 'ipc'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NODE_OPTIONS: '',
          NODE_COMPILE_CACHE: cache,
        },
      },
    );
    closeSync(out);
    return child;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
