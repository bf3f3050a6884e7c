import { LaneList } from '@fairway/backstage-plugin-multicluster-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkTurn, Turn } from '../check/checkTurn';
import { Violation } from '../check/Violation';
import { draw } from '../lib/draw';
import { Plane } from '../plane/Plane';
import { SHOP, TURNED_LANES } from '../portal/crashWorld';
import { PortalClient } from '../portal/PortalClient';
import { manageLane } from './manageLane';

interface Options {
  client: PortalClient;
  plane: Plane;
  seed: number;
  who: string;
}

const LEAST_PAUSE_MS = 200;
const MOST_PAUSE_MS = 2_000;
/** One in so many goes away when there is no answer. */
const AWAY_IN = 3;
/** Longer than whatever is still on its way to the control plane, and than the portal needs to read what is there. */
const PATIENCE_MS = 40_000;
const EVERY_MS = 1_000;

/** Somebody who arms and disarms lanes of their own again and again, whatever dies meanwhile. */
export class LaneTurns {
  readonly violations: Violation[] = [];
  /** How the lanes were at which something was violated. */
  readonly evidence: Turn[] = [];
  readonly #options: Options;
  readonly #ends = new AbortController();
  readonly #over: Promise<unknown>;
  #answered = 0;
  #open = false;

  static start(options: Options): LaneTurns {
    return new LaneTurns(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#over = Promise.all(TURNED_LANES.map(lane => this.#run(lane)));
  }

  /** Begins from now on, or no more: what people decide about would not be the only thing that passes a point. */
  set open(open: boolean) {
    this.#open = open;
  }

  /** How many times it was answered that it is done. */
  get over(): number {
    return this.#answered;
  }

  /** Begins no more. Resolves once all that was begun is judged, or was given up. */
  async end(): Promise<void> {
    this.#ends.abort();
    await this.#over;
  }

  async #run(lane: string): Promise<void> {
    const { seed } = this.#options;
    const { signal } = this.#ends;
    for (let number = 0; !signal.aborted; number++) {
      const ms = draw(
        seed,
        number,
        `turn/${lane}`,
        LEAST_PAUSE_MS,
        MOST_PAUSE_MS,
      );
      await sleep(ms, undefined, { signal }).catch(() => undefined);
      if (this.#open && !signal.aborted) {
        await this.#turn(lane, number).catch(() => {
          this.violations.push({ rule: 'unfinished', run: lane });
          this.#ends.abort();
        });
      }
    }
  }

  async #turn(lane: string, number: number): Promise<void> {
    const { client, plane, seed, who } = this.#options;
    const id = await this.#idOf(lane);
    const action = isHeld(plane, lane) ? 'disarm' : 'arm';
    const once = draw(seed, number, `away/${lane}`, 1, AWAY_IN) === 1;
    const key = `${action}-${lane}-${number}-of-${seed}`;
    const done = await manageLane(client, { id, who, action, key, once });
    if (done) {
      this.#answered += 1;
    }
    await this.#judge(lane, done ? action : undefined);
  }

  /** What the portal shows follows what is there; what is wrong once the time is up stays wrong. */
  async #judge(lane: string, answered: Turn['answered']): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const turn = await this.#look(lane, answered);
      const found = checkTurn(turn);
      if (found.length === 0) {
        return;
      }
      if (Date.now() > end) {
        this.violations.push(...found);
        this.evidence.push(turn);
        return;
      }
      await sleep(EVERY_MS);
    }
  }

  async #look(lane: string, answered: Turn['answered']): Promise<Turn> {
    const shown = await this.#shown(lane);
    const { plane } = this.#options;
    return {
      lane,
      ...(answered && { answered }),
      isHeld: isHeld(plane, lane),
      shown: shown ? saidOf(shown) : 'other',
    };
  }

  async #idOf(lane: string): Promise<string> {
    const shown = await this.#shown(lane);
    if (!shown) {
      throw new Error(`The portal does not know ${lane}`);
    }
    return shown.id;
  }

  async #shown(lane: string): Promise<LaneList['items'][number] | undefined> {
    const { client, who } = this.#options;
    const query = new URLSearchParams({ entityRefs: SHOP });
    const { body } = await client.ask(who, `/lanes?${query}`);
    return (body as LaneList).items.find(({ policy }) =>
      policy.endsWith(`/${lane}`),
    );
  }
}

function isHeld(plane: Plane, lane: string): boolean {
  return plane.lane(lane)?.holds !== 'none';
}

function saidOf({
  state,
  sentences,
}: LaneList['items'][number]): Turn['shown'] {
  const says = (code: string) => sentences.some(one => one.code === code);
  switch (state) {
    case 'armed':
      return 'armed';
    case 'held':
      return says('lane.view.unbooked') ? 'unbooked' : 'other';
    case 'open':
      return says('lane.view.lifted') ? 'lifted' : 'open';
    default:
      return 'other';
  }
}
