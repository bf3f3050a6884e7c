import { LaneKeeper } from './LaneService';

/** Where nothing keeps lanes: there are none, and none can be armed. */
export class NoLanes implements LaneKeeper {
  static create(): LaneKeeper {
    return new NoLanes();
  }

  private constructor() {}

  async list() {
    return {
      coverage: { seen: 0, total: 0, stale: 0, problems: [] },
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
