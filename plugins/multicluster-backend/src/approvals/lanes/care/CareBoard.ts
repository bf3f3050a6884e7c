import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import { laneIdOf } from '../laneIdOf';
import { LaneRef } from '../LaneRef';

/** What was last seen that could be restored in each lane. In memory: every replica looks at every lane, and nothing rests on it. */
export class CareBoard {
  static create(): CareBoard {
    return new CareBoard();
  }

  readonly #offers = new Map<string, NonNullable<Lane['restore']>>();

  private constructor() {}

  offer(lane: LaneRef, restore: NonNullable<Lane['restore']>): void {
    this.#offers.set(idOf(lane), restore);
  }

  clear(lane: LaneRef): void {
    this.#offers.delete(idOf(lane));
  }

  find(id: string): Lane['restore'] {
    return this.#offers.get(id);
  }
}

function idOf({ source, policyKey }: LaneRef): string {
  return laneIdOf({ source, policyKey });
}
