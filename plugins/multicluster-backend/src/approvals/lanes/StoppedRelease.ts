import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { ApprovalStore } from '../store/ApprovalStore';
import { ArmedLane } from './ArmedLane';
import { LaneHand } from './LaneHand';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'change' | 'now'>;
  hand: Pick<LaneHand, 'take' | 'hold'>;
}

const DEADLINE_MS = 15_000;
/** What was sent is looked at first: held in the middle, it would never be seen to arrive. */
const IN_HAND = ['leased', 'sent', 'ambiguous'];

/**
 * Holds again what a release left open when the line was stopped between two of its waves: until then the clusters of the first
 * would take whatever is rendered for them. The release goes on from there once the stop is over, because each wave opens its own.
 */
export class StoppedRelease {
  static create(options: Options): StoppedRelease {
    return new StoppedRelease(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Without effect while nothing is open, the line runs, or something is on its way. */
  async close(
    lane: ArmedLane,
    { form }: Pick<LaneHold, 'form'>,
    request: RequestRecord,
  ): Promise<void> {
    const { knex, store, hand } = this.#options;
    const stop =
      form === 'clusters' &&
      findStop(await selectStops(knex, await store.now()), request);
    if (!stop || !(await this.#isIdle(request.id))) {
      return;
    }
    const held = await hand.take(lane);
    const result =
      held &&
      (await hand.hold(held, {
        deadlineMs: DEADLINE_MS,
        signal: AbortSignal.timeout(2 * DEADLINE_MS),
      }));
    if (result?.outcome === 'applied') {
      await store.change(request.id, async change =>
        change.note({
          actor: 'system',
          action: 'lane.held-again',
          payload: { stop: stop.id, actedAs: result.actedAs.mode },
        }),
      );
    }
  }

  async #isIdle(requestId: string): Promise<boolean> {
    const busy = await this.#options
      .knex('approval_step')
      .where({ request_id: requestId })
      .whereIn('state', IN_HAND)
      .first('id');
    return busy === undefined;
  }
}
