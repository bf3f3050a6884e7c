import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Caller,
  LaneChange,
  LanesFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Directory } from '../engine/directory/DirectoryFacts';
import { ArmedLane } from './ArmedLane';
import { LaneBook } from './LaneBook';
import { LaneFacts } from './LaneFacts';
import { LaneInventory } from './LaneInventory';
import { LaneRef } from './LaneRef';

interface Options {
  book: LaneBook;
  inventory: LaneInventory;
  sources: Pick<SourceRegistry, 'get'>;
  directory: Directory;
}

/** An armed lane in hand: what can be done with it now. */
export interface HeldLane {
  lane: ArmedLane;
  facts: LaneFacts;
  facet: LanesFacet;
}

/** What a change is asked with. Milliseconds. */
export interface HandOptions {
  /** Absent: in the name of who armed the lane, who also holds what the control plane does not let this one hold. */
  caller?: Caller;
  deadlineMs: number;
  signal: AbortSignal;
  /** Asked of a hold between the look that its precondition is from and the change; false: nothing is sent. */
  isStillMeant?: () => Promise<boolean>;
}

/** `isAlone`: without their groups. */
type Known = Caller & { isAlone?: boolean };

type Changed = Awaited<ReturnType<LanesFacet['change']>>;

/** Changes how lanes hold, in the name of people. */
export class LaneHand {
  static create(options: Options): LaneHand {
    return new LaneHand(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Undefined: it is not armed any more, or its source has no lanes by now. */
  async take(ref: LaneRef): Promise<HeldLane | undefined> {
    const { book, inventory, sources } = this.#options;
    const lane = await book.find(ref);
    const facet = sources.get(ref.source)?.lanes;
    return lane && facet
      ? { lane, facet, facts: await inventory.read(lane) }
      : undefined;
  }

  /** Holds all of it again. Safe to repeat: what is held already is `noop`. */
  async hold(held: HeldLane, options: HandOptions): Promise<Changed> {
    const look = await this.isHeld(held, options);
    const isMeant =
      look.outcome === 'requested' &&
      ((await options.isStillMeant?.()) ?? true);
    if (!isMeant) {
      return look;
    }
    return this.#change(held, options, {
      form: 'hold',
      clusters: [],
      resourceVersion: look.precondition ?? '',
      dryRun: false,
    });
  }

  /** `noop`: it is held for every cluster; `requested`: it is not, and could be. Sends nothing. */
  async isHeld(held: HeldLane, options: HandOptions): Promise<Changed> {
    return this.#change(held, options, {
      form: 'hold',
      clusters: [],
      resourceVersion: '',
      dryRun: true,
    });
  }

  /** Releases these clusters, and holds every other. */
  async release(
    held: HeldLane,
    options: HandOptions & {
      clusters: string[];
      resourceVersion: string;
      requestId: string;
    },
  ): Promise<Changed> {
    const { clusters, resourceVersion, requestId } = options;
    return this.#change(held, options, {
      form: 'release',
      clusters,
      resourceVersion,
      dryRun: false,
      requestId,
    });
  }

  /** Who armed a lane, as the catalog has them now. */
  async armedBy({ armedBy }: ArmedLane): Promise<Caller | undefined> {
    const facts = await this.#options.directory.read({
      users: [armedBy],
      entityRefs: [],
    });
    const person = facts.person(armedBy);
    return person?.exists
      ? {
          userEntityRef: person.ref,
          ownershipEntityRefs: [person.ref, ...person.groups],
          ...(person.email && { email: person.email }),
        }
      : undefined;
  }

  async #change(
    { lane, facts, facet }: HeldLane,
    options: HandOptions,
    change: Pick<
      LaneChange,
      'form' | 'clusters' | 'resourceVersion' | 'dryRun'
    > & { requestId?: string },
  ): Promise<Changed> {
    const { requestId, ...form } = change;
    const inNameOf = async ({ isAlone, ...caller }: Known) => {
      const result = await facet.change({
        ...form,
        policy: facts.policy ?? lane.detail.policy,
        placements: facts.placements,
        caller,
        note: { by: lane.armedBy, ...(requestId && { requestId }) },
        deadlineMs: options.deadlineMs,
        signal: options.signal,
      });
      // Their groups may be what it takes, and are known again in a while.
      return isAlone && result.code === 'not-permitted'
        ? { ...result, retryable: true }
        : result;
    };
    const asked = options.caller && (await inNameOf(options.caller));
    // Whoever voted last may have no right any more: until it is held, a cluster takes whatever is rendered for it.
    if (asked && !(form.form === 'hold' && asked.code === 'not-permitted')) {
      return asked;
    }
    const armedBy = await this.#armedBy(lane, form.form);
    return armedBy ? inNameOf(armedBy) : asked ?? nobody(facet);
  }

  /** Holding lets nothing out: while the catalog is away it is asked for in the name of who armed the lane alone, without groups. */
  async #armedBy(
    lane: ArmedLane,
    form: LaneChange['form'],
  ): Promise<Known | undefined> {
    try {
      return await this.armedBy(lane);
    } catch (error) {
      if (form !== 'hold') {
        throw error;
      }
      const { armedBy } = lane;
      return {
        userEntityRef: armedBy,
        ownershipEntityRefs: [armedBy],
        isAlone: true,
      };
    }
  }
}

function nobody(facet: LanesFacet): ActionResult {
  const [mode = 'service'] = facet.capabilities().identityModes;
  return {
    outcome: 'refused',
    code: 'not-permitted',
    sentence: sentence('lane.nobody'),
    actedAs: { mode },
    retryable: false,
  };
}
