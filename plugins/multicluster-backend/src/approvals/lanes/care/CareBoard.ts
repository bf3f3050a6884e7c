import { Lane } from '@fairway/backstage-plugin-multicluster-common';
import { toIso } from '../../../views/toIso';
import { ArmedLane } from '../ArmedLane';
import { laneIdOf } from '../laneIdOf';
import { LaneRef } from '../LaneRef';

type Restore = NonNullable<Lane['restore']>;

/** What was last seen that could be restored in each lane. In memory: every replica looks at every lane, and nothing rests on it. */
export class CareBoard {
  static create(): CareBoard {
    return new CareBoard();
  }

  readonly #offers = new Map<string, { armedAt: string; restore: Restore }>();

  private constructor() {}

  offer(lane: ArmedLane, restore: Restore): void {
    const armedAt = toIso(lane.armedAt);
    this.#offers.set(idOf(lane), { armedAt, restore });
  }

  clear(lane: LaneRef): void {
    this.#offers.delete(idOf(lane));
  }

  /** Of the arming that it was seen in alone: another replica may have disarmed the lane since, and armed it anew. */
  find({ id, armedAt }: Pick<Lane, 'id' | 'armedAt'>): Lane['restore'] {
    const offer = this.#offers.get(id);
    return offer && offer.armedAt === armedAt ? offer.restore : undefined;
  }
}

function idOf({ source, policyKey }: LaneRef): string {
  return laneIdOf({ source, policyKey });
}
