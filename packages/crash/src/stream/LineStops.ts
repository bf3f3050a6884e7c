import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkStop } from '../check/checkStop';
import { Sent } from '../check/Sent';
import { Violation } from '../check/Violation';
import { Sequence } from '../lib/Sequence';
import { drawStop, PlannedStop } from '../plan/drawStop';
import { PortalClient } from '../portal/PortalClient';

interface Options {
  client: PortalClient;
  sequence: Sequence;
  seed: number;
  who: string;
  /** All that came to the far ends so far. */
  sent(): readonly Sent[];
}

/** What the portal promises. */
const HOLDS_WITHIN_MS = 2_000;
/** Longer than it is kept, whatever dies meanwhile. */
const UNTIL_MS = 3_600_000;

/** Somebody who stops the line again and again, and lifts each stop, whatever dies meanwhile. */
export class LineStops {
  readonly violations: Violation[] = [];
  /** What came to the far ends around a stop that it passed. */
  readonly evidence: Sent[] = [];
  readonly #options: Options;
  readonly #ends = new AbortController();
  readonly #over: Promise<void>;
  #stopped = 0;

  static start(options: Options): LineStops {
    return new LineStops(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    // Whoever waits does so to its end; what went wrong is told as what was not finished.
    this.#over = this.#run();
  }

  /** Stops that were lifted again. */
  get over(): number {
    return this.#stopped;
  }

  /** Makes no more. Resolves once the last one is lifted, or was given up. */
  async end(): Promise<void> {
    this.#ends.abort();
    await this.#over;
  }

  async #run(): Promise<void> {
    const { seed } = this.#options;
    const { signal } = this.#ends;
    for (let number = 0; !signal.aborted; number++) {
      const planned = drawStop(seed, number);
      const isTime = await sleep(planned.afterMs, true, { signal }).catch(
        () => false,
      );
      if (isTime) {
        await this.#stop(planned, number).catch(() => {
          this.violations.push({ rule: 'unfinished', run: `stop ${number}` });
          this.#ends.abort();
        });
      }
    }
  }

  async #stop(
    { scope, sources, lastsMs }: PlannedStop,
    number: number,
  ): Promise<void> {
    const { sequence, sent } = this.#options;
    const until = new Date(Date.now() + UNTIL_MS).toISOString();
    const reason = 'to be crashed';
    const stop = await this.#ask('POST', '/stops', `stop-${number}`, {
      scope,
      reason,
      until,
    });
    await sleep(HOLDS_WITHIN_MS);
    const from = sequence.next();
    await sleep(lastsMs);
    const to = sequence.next();
    await this.#ask('DELETE', `/stops/${stop.id}`, `lift-${number}`, {
      reason,
    });
    this.#stopped += 1;
    const found = checkStop({ sources, from, to }, sent());
    if (found.length > 0) {
      this.violations.push(...found);
      this.evidence.push(...sent().filter(({ at }) => at > from && at < to));
    }
  }

  /** With one key until there is an answer, as a browser does. */
  async #ask(
    method: string,
    path: string,
    key: string,
    body: object,
  ): Promise<LineStop> {
    const { client, who, seed } = this.#options;
    for (;;) {
      const answer = await client.ask(who, path, {
        method,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `${key}-of-${seed}`,
        },
        body: JSON.stringify(body),
      });
      if (answer.status < 300) {
        return answer.body as LineStop;
      }
      const { error } = answer.body as { error?: { code?: string } };
      if (error?.code !== 'IDEMPOTENCY_PENDING') {
        throw new Error(`The line could not be stopped: ${error?.code}`);
      }
    }
  }
}
