import { LoggerService } from '@backstage/backend-plugin-api';
import { chunks } from '../../util/chunks';
import { ArmedLane } from './ArmedLane';
import { LaneBook } from './LaneBook';
import { LaneCare } from './LaneCare';
import { LaneInventory } from './LaneInventory';
import { LaneReader } from './LaneReader';
import { StoppedRelease } from './StoppedRelease';

interface Options {
  book: Pick<LaneBook, 'armed'>;
  inventory: Pick<LaneInventory, 'read'>;
  reader: Pick<LaneReader, 'holdOf'>;
  stopped: Pick<StoppedRelease, 'close'>;
  /** Absent: nothing urgent is cared for. */
  care?: Pick<LaneCare, 'glance' | 'idle'>;
  logger: LoggerService;
}

/** Each is several statements, and others wait for the connections. */
const AT_ONCE = 8;

/**
 * What cannot wait for anything to be read from a control plane, and for no other lane: a loss is told, and what a release left open is
 * held again. Repeats do no harm.
 */
export class LaneGlance {
  static create(options: Options): LaneGlance {
    return new LaneGlance(options);
  }

  readonly #options: Options;
  /** By id of the lane: what is being held again, which may take as long as its control plane does. */
  readonly #holding = new Map<string, Promise<void>>();

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param concerns - which lanes; absent: all
   * @returns lanes that could not be looked after
   */
  async look(concerns?: (lane: ArmedLane) => boolean): Promise<ArmedLane[]> {
    const armed = await this.#options.book.armed();
    const lanes = concerns ? armed.filter(concerns) : armed;
    const failed: ArmedLane[] = [];
    for (const few of chunks(lanes, AT_ONCE)) {
      await Promise.all(
        few.map(async lane => {
          if (!(await this.#quietly(lane))) {
            failed.push(lane);
          }
        }),
      );
    }
    return failed;
  }

  /** Resolves once nothing that was begun is on its way any more. */
  async idle(): Promise<void> {
    await Promise.all([...this.#holding.values(), this.#options.care?.idle()]);
  }

  /** Whether it was done: one that fails keeps nobody from the others. */
  async #quietly(lane: ArmedLane): Promise<boolean> {
    try {
      await this.#glance(lane);
      return true;
    } catch (error) {
      this.#options.logger.warn(
        `What is urgent in lane ${lane.policyKey} of ${lane.source} could not be looked after; it is tried again`,
        error instanceof Error ? error : undefined,
      );
      return false;
    }
  }

  async #glance(lane: ArmedLane): Promise<void> {
    const { inventory, reader, stopped, care } = this.#options;
    const facts = await inventory.read(lane);
    const { policy } = facts;
    if (policy && !this.#holding.has(lane.id)) {
      const holding = stopped
        .close(lane, reader.holdOf(lane, policy))
        .finally(() => this.#holding.delete(lane.id));
      this.#holding.set(lane.id, holding);
    }
    await care?.glance(lane, facts);
  }
}
