import { LoggerService } from '@backstage/backend-plugin-api';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { chunks } from '../../util/chunks';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { refreshRequest } from '../observe/refreshRequest';
import { ApprovalStore } from '../store/ApprovalStore';
import { gateKeyOf } from '../subject/gateKeyOf';
import { ArmedLane } from './ArmedLane';
import { closeDisarmed } from './closeDisarmed';
import { HeldChanges, heldChanges } from './heldChanges';
import { LaneBook } from './LaneBook';
import { LaneCare } from './LaneCare';
import { LaneDrafts } from './LaneDrafts';
import { LaneFacts } from './LaneFacts';
import { LaneInventory } from './LaneInventory';
import { LaneReader } from './LaneReader';
import { LaneReading } from './LaneReading';
import { recordContent } from './recordContent';
import { selectGivenContent } from './selectGivenContent';
import { wasReleasedElsewhere } from './wasReleasedElsewhere';

interface Options {
  knex: Knex;
  store: ApprovalStore;
  engine: ApprovalEngine;
  book: LaneBook;
  inventory: LaneInventory;
  reader: LaneReader;
  drafts: LaneDrafts;
  /** Absent: nothing is exempt, and nothing urgent is cared for. */
  care?: LaneCare;
  logger: LoggerService;
}

/** Lanes that are read at once: each is up to 500 objects. */
const AT_ONCE = 4;
const READ_MS = 15_000;
/** On their way: what is seen of them is the worker's to judge, who knows what was sent. */
const TAKEN_UP: RequestRecord['state'][] = ['delivering', 'unknown', 'halted'];

/** Looks once at what lanes hold, and tells the engine what was seen. Repeats do no harm. What cannot wait for reads: LaneGlance. */
export class LaneRound {
  static create(options: Options): LaneRound {
    return new LaneRound(options);
  }

  readonly #options: Options;
  readonly #reading = new Set<string>();

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param concerns - which lanes; absent: all, and requests of lanes that are not armed any more
   * @returns `again`: lanes to be looked at again in a moment, because a control plane was still at it, or what is gone has to be
   * seen twice; `failed`: those of which nothing is known by this look
   */
  async look(
    concerns?: (lane: ArmedLane) => boolean,
  ): Promise<Record<'again' | 'failed' | 'armed', ArmedLane[]>> {
    const armed = await this.#options.book.armed();
    const lanes = concerns ? armed.filter(concerns) : armed;
    const left = {
      again: new Array<ArmedLane>(),
      failed: new Array<ArmedLane>(),
    };
    for (const few of chunks(lanes, AT_ONCE)) {
      await Promise.all(
        few.map(async lane => {
          const end = await this.#quietly(lane);
          if (end !== 'done') {
            left[end].push(lane);
          }
        }),
      );
    }
    if (!concerns) {
      const { knex, engine } = this.#options;
      await closeDisarmed(knex, engine, new Set(armed.map(keyOf)));
    }
    return { ...left, armed };
  }

  /** One that cannot be read keeps nobody from following the others, and says nothing of what it holds. */
  async #quietly(lane: ArmedLane): Promise<'done' | 'again' | 'failed'> {
    if (this.#reading.has(lane.id)) {
      return 'done';
    }
    this.#reading.add(lane.id);
    try {
      return (await this.#follow(lane)) ? 'again' : 'done';
    } catch (error) {
      this.#options.logger.warn(
        `Lane ${lane.policyKey} of ${lane.source} could not be looked at; it is tried again`,
        error instanceof Error ? error : undefined,
      );
      return 'failed';
    } finally {
      this.#reading.delete(lane.id);
    }
  }

  /** Whether it is to be looked at again. */
  async #follow(lane: ArmedLane): Promise<boolean> {
    const { inventory, book, reader, care, engine, knex } = this.#options;
    const facts = await inventory.read(lane);
    const open = await engine.findOpen(keyOf(lane));
    const { policy } = facts;
    if (!policy) {
      await care?.gone(lane);
      return this.#gone(open, sentence('lane.gone'));
    }
    await book.remember(lane, { policy, placements: keysOf(facts) });
    const reading = await reader.read(lane, {
      deadlineMs: READ_MS,
      signal: AbortSignal.timeout(2 * READ_MS),
      facts,
    });
    if (!reading?.content.settled) {
      return reading !== undefined;
    }
    const given = await selectGivenContent(knex, lane);
    const changes = heldChanges(reading, given);
    const verdict = await care?.look({
      reading,
      given,
      changes,
      ...(open && { open }),
    });
    if (verdict === 'again' || verdict === 'handled') {
      return verdict === 'again';
    }
    if (open && TAKEN_UP.includes(open.state)) {
      return false;
    }
    return this.#tell(reading, changes, open);
  }

  async #tell(
    reading: LaneReading,
    { held }: HeldChanges,
    open: RequestRecord | undefined,
  ): Promise<boolean> {
    const { engine, drafts, store } = this.#options;
    if (open && wasReleasedElsewhere(reading, open.subject)) {
      await this.#releasedElsewhere(reading, open);
      return held.length > 0;
    }
    if (held.length === 0) {
      return this.#gone(open, sentence('lane.nothingHeld'));
    }
    if (!open) {
      await engine.open(await drafts.draft(reading, held));
      return false;
    }
    if (open.missingSince !== undefined) {
      await engine.gateSeen(open.id);
    }
    const draft = await drafts.draft(reading, held, open.subject);
    if (draft.subjectDigest === open.subjectDigest) {
      await refreshRequest(store, open.id, draft, open);
    } else {
      await engine.subjectChanged(open.id, {
        ...draft,
        // Of no change that is known, it is not of the one before either.
        changeKey: draft.changeKey,
        refusal: draft.refusal ?? null,
      });
    }
    return false;
  }

  /** What somebody released by hand is there now, and is not asked about again. */
  async #releasedElsewhere(
    { lane, clusters }: LaneReading,
    open: RequestRecord,
  ): Promise<void> {
    const { engine, knex, store } = this.#options;
    const appliedAt = await store.now();
    await recordContent(
      knex,
      lane,
      (open.subject.lane?.clusters ?? []).map(cluster => ({
        cluster,
        digest: clusters[cluster].digest,
        digestWithoutReplicas: clusters[cluster].digestWithoutReplicas,
        appliedAt,
        requestId: open.id,
        proven: false,
        approved: false,
      })),
    );
    await engine.decidedElsewhere(open.id, { decision: 'approve' });
  }

  async #gone(
    open: RequestRecord | undefined,
    why: ReturnType<typeof sentence>,
  ): Promise<boolean> {
    if (!open || TAKEN_UP.includes(open.state)) {
      return false;
    }
    const { request } = await this.#options.engine.gateGone(open.id, {
      sentence: why,
    });
    return request.closedAt === undefined;
  }
}

function keyOf({ source, policyKey }: ArmedLane): string {
  return gateKeyOf({ kind: 'lane', source, policyKey });
}

function keysOf({ placements }: LaneFacts): string[] {
  return placements.map(({ key }) => key);
}
