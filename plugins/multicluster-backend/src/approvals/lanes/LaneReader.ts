import {
  LaneHold,
  PolicyFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ArmedLane } from './ArmedLane';
import { digestsOfContent } from './digestsOfContent';
import { LaneFacts } from './LaneFacts';
import { LaneInventory } from './LaneInventory';
import { LaneReading } from './LaneReading';
import { LaneRef } from './LaneRef';

interface Options {
  inventory: LaneInventory;
  sources: Pick<SourceRegistry, 'get'>;
}

/** Reads what lanes hold, from their sources and now. */
export class LaneReader {
  static create(options: Options): LaneReader {
    return new LaneReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** How its policy holds it, as the inventory has that. */
  holdOf({ source }: LaneRef, policy: PolicyFact): Pick<LaneHold, 'form'> {
    const facet = this.#options.sources.get(source)?.lanes;
    return facet?.holdOf(policy) ?? { form: 'none' };
  }

  /**
   * Undefined: the policy is not there any more, or its source has no lanes. Rejects with a LaneUnreadableError when what is held
   * cannot be read; that says nothing of what it is.
   *
   * @param options - `deadlineMs`: milliseconds; `facts`: what the inventory has, where it was read already
   */
  async read(
    lane: ArmedLane,
    options: { deadlineMs: number; signal: AbortSignal; facts?: LaneFacts },
  ): Promise<LaneReading | undefined> {
    const { inventory, sources } = this.#options;
    const { deadlineMs, signal } = options;
    const facts = options.facts ?? (await inventory.read(lane));
    const facet = sources.get(lane.source)?.lanes;
    const { policy, placements } = facts;
    if (!facet || !policy) {
      return undefined;
    }
    const content = await facet.read({
      policy,
      placements,
      deadlineMs,
      signal,
    });
    return {
      lane,
      facts: { ...facts, policy },
      content,
      clusters: digestsOfContent(content),
    };
  }
}
