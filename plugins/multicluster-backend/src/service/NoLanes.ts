import { LaneKeeper } from './LaneService';

/** Where nothing keeps lanes: how many policies hold their dispatch is not known, and none can be armed. */
export class NoLanes implements LaneKeeper {
  static create(): LaneKeeper {
    return new NoLanes();
  }

  private constructor() {}

  async list() {
    return {
      // Nobody looked: with a number here the page would say that nothing is held.
      coverage: { seen: 0, total: null, stale: 0, problems: [] },
      items: [],
    };
  }

  async ownersOf() {
    return undefined;
  }

  async manage() {
    return undefined;
  }

  async restore() {
    return undefined;
  }
}
