import { LoggerService } from '@backstage/backend-plugin-api';
import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { StopRecord } from '../stops/StopRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { ArmedLane } from './ArmedLane';
import { LaneHand } from './LaneHand';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'change' | 'now'>;
  hand: Pick<LaneHand, 'take' | 'hold'>;
  logger: LoggerService;
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
    if (form !== 'clusters') {
      return;
    }
    try {
      const stop = await this.#stopOf(request);
      if (stop) {
        await this.#hold(lane, request, stop);
      }
    } catch (error) {
      // What else is to be seen of the lane does not wait for this; the next look tries again.
      this.#options.logger.warn(
        `Lane ${lane.policyKey} of ${lane.source} could not be held while the line is stopped`,
        error instanceof Error ? error : undefined,
      );
    }
  }

  async #hold(
    lane: ArmedLane,
    request: RequestRecord,
    { id: stop }: StopRecord,
  ): Promise<void> {
    const { store, hand } = this.#options;
    const held = await hand.take(lane);
    const result =
      held &&
      (await hand.hold(held, {
        deadlineMs: DEADLINE_MS,
        signal: AbortSignal.timeout(2 * DEADLINE_MS),
        // The stop may be lifted meanwhile, and the next wave released.
        isStillMeant: async () => (await this.#stopOf(request)) !== undefined,
      }));
    if (result?.outcome === 'applied') {
      await store.change(request.id, async change =>
        change.note({
          actor: 'system',
          action: 'lane.held-again',
          payload: { stop, actedAs: result.actedAs.mode },
        }),
      );
    }
  }

  /** Undefined, too, while something is on its way. */
  async #stopOf(request: RequestRecord): Promise<StopRecord | undefined> {
    const { knex, store } = this.#options;
    const stop = findStop(await selectStops(knex, await store.now()), request);
    return stop && (await this.#isIdle(request.id)) ? stop : undefined;
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
