import { LaneBook } from '../store/LaneBook';

/** Which lanes bring override policies, and whether all of them were read. */
export class OverrideLanes {
  static create(options: { lanes: LaneBook; names: readonly string[] }) {
    return new OverrideLanes(options);
  }

  readonly #lanes: LaneBook;
  readonly #names: readonly string[];

  private constructor(options: { lanes: LaneBook; names: readonly string[] }) {
    this.#lanes = options.lanes;
    this.#names = options.names;
  }

  /** Whether there may be policies that nobody has read yet. */
  async unread(): Promise<boolean> {
    for (const name of this.#names) {
      // Not only lanes that were asked for: after a restart something may be derived before the observation has begun.
      if (!(await this.#lanes.get(name)).listed) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs `rederive` once a list of a lane has come to its end that is the first of its override policies. What was derived
   * without them is then not what it is with them, and a process that dies before the list is noted begins the list anew.
   */
  async firstRead(name: string, rederive: () => Promise<void>): Promise<void> {
    if (!this.#names.includes(name)) {
      return;
    }
    const lane = await this.#lanes.get(name);
    if (lane.listed) {
      return;
    }
    lane.listed = true;
    try {
      await rederive();
    } catch (error) {
      lane.listed = false;
      throw error;
    }
  }

  /** Whether everything is derived again when the lane has come to its end, so that no policy on the way need do so. */
  async isFirstRead(name: string): Promise<boolean> {
    return this.#names.includes(name) && !(await this.#lanes.get(name)).listed;
  }
}
