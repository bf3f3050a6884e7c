import { RunsSink } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { readNative } from '../readNative';
import { RawDeployment } from '../wire/messages';
import { Learnt } from './GateLogs';

/** A run that is not over, as far as it is known. @internal */
export interface ActiveRun {
  /** As read last; undefined when it was only read before this observation. */
  raw?: RawDeployment;
  learnt: Learnt;
  /** When it was read last, by the pace. */
  readAt: number;
}

/** Runs that are known to be over are forgotten beyond this many, oldest first, and asked for again if somebody looks. */
const OVER = 5_000;

/**
 * Which runs are not over, and which are known to be.
 *
 * @internal
 */
export class RunBook {
  static create(stored: Awaited<ReturnType<RunsSink['active']>>): RunBook {
    return new RunBook(stored);
  }

  readonly active = new Map<string, ActiveRun>();
  readonly #over = new Set<string>();

  private constructor(stored: Awaited<ReturnType<RunsSink['active']>>) {
    for (const { key, native } of stored) {
      const learnt = learntOf(readNative(native));
      this.active.set(key, { learnt, readAt: -Infinity });
    }
  }

  isOver(key: string): boolean {
    return this.#over.has(key);
  }

  keep(key: string, run: ActiveRun): void {
    this.#over.delete(key);
    this.active.set(key, run);
  }

  end(key: string): void {
    this.active.delete(key);
    this.#over.add(key);
    if (this.#over.size > OVER) {
      const [oldest] = this.#over;
      this.#over.delete(oldest);
    }
  }
}

/** What logs said survives a restart in the fact itself. */
function learntOf({ stages }: PipecdRun): Learnt {
  return Object.fromEntries(
    stages.flatMap(({ id, log }) => (log ? [[id, log]] : [])),
  );
}
