import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { findStop } from '../stops/findStop';
import { selectStops } from '../stops/selectStops';
import { requestRows } from '../store/requestRows';
import { selectRequestEntities } from '../store/selectRequestEntities';
import { ApprovalStore } from '../store/ApprovalStore';
import { gateKeyOf } from '../subject/gateKeyOf';
import { LaneHand } from './LaneHand';
import { LaneRef } from './LaneRef';
import { selectLastSent, SentStep } from './selectLastSent';

interface Options {
  knex: Knex;
  store: Pick<ApprovalStore, 'change' | 'now'>;
  hand: Pick<LaneHand, 'take' | 'hold'>;
  logger: LoggerService;
}

const DEADLINE_MS = 15_000;
/** Between two waves that follow each other a lane is left open: the release of the next closes it. Not for longer than this. */
const BETWEEN_WAVES_MS = 60_000;
const GOES_ON: RequestRecord['state'][] = ['delivering', 'unknown'];

/**
 * Holds again what a release left open when it stopped, for whatever reason: the line was stopped between two of its waves, it
 * halted, it was given up, or its next wave does not get to go. Until then the clusters of the wave before take whatever is rendered
 * for them. A release that goes on does so from there, because each wave opens its own.
 */
export class StoppedRelease {
  static create(options: Options): StoppedRelease {
    return new StoppedRelease(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** By what the inventory has of it. Without effect while nothing is open, the release goes on, or something is on its way. */
  async close(lane: LaneRef, { form }: Pick<LaneHold, 'form'>): Promise<void> {
    if (form === 'clusters') {
      await this.closeAtOnce(lane);
    }
  }

  /** The same, asked of the source itself: right after a release stopped the inventory may not have heard of it. Never rejects. */
  async closeAtOnce(lane: LaneRef): Promise<void> {
    try {
      await this.#close(lane);
    } catch (error) {
      // What else is to be seen of the lane does not wait for this; the next look tries again.
      this.#options.logger.warn(
        `Lane ${lane.policyKey} of ${lane.source} could not be held again`,
        error instanceof Error ? error : undefined,
      );
    }
  }

  async #close(lane: LaneRef): Promise<void> {
    const { store, hand } = this.#options;
    const found = await this.#leftOpen(lane);
    const held = found && (await hand.take(lane));
    const result =
      held &&
      (await hand.hold(held, {
        deadlineMs: DEADLINE_MS,
        signal: AbortSignal.timeout(2 * DEADLINE_MS),
        // It may go on meanwhile, and the next wave be released.
        isStillMeant: async () => (await this.#leftOpen(lane)) !== undefined,
      }));
    if (result?.outcome === 'applied') {
      await store.change(found!.requestId, async change =>
        change.note({
          actor: 'system',
          action: 'lane.held-again',
          payload: { ...found!.why, actedAs: result.actedAs.mode },
        }),
      );
    }
  }

  /** The request that left the lane open, and why nothing is to be open by now. */
  async #leftOpen({
    source,
    policyKey,
  }: LaneRef): Promise<{ requestId: string; why: JsonObject } | undefined> {
    const { knex } = this.#options;
    const gateKey = gateKeyOf({ kind: 'lane', source, policyKey });
    const last = await selectLastSent(knex, gateKey);
    const why = last && !last.isHold && (await this.#whyClosed(last));
    return why ? { requestId: last.requestId, why } : undefined;
  }

  async #whyClosed(last: SentStep): Promise<JsonObject | undefined> {
    const { knex, store } = this.#options;
    // What was sent is looked at first: held in the middle, it would never be seen to arrive.
    if (last.inHand) {
      return undefined;
    }
    const row = await knex('approval_request')
      .where('id', last.requestId)
      .first();
    const entitiesOf = await selectRequestEntities(knex, [last.requestId]);
    const request = requestRows.of(row, entitiesOf(last.requestId));
    const now = await store.now();
    if (request.state === 'halted') {
      return { because: 'halted' };
    }
    if (!GOES_ON.includes(request.state)) {
      // Once: what somebody opens by hand after that is theirs.
      return last.heldSince ? undefined : { because: request.state };
    }
    const stop = findStop(await selectStops(knex, now), request);
    if (stop) {
      return { stop: stop.id };
    }
    const isLong = now - (last.observedAt ?? now) > BETWEEN_WAVES_MS;
    return isLong ? { because: 'waits' } : undefined;
  }
}
