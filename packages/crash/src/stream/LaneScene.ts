import { checkLane } from '../check/checkLane';
import { ClientEntry } from '../check/ClientEntry';
import { Story } from '../plan/Story';
import { Plane } from '../plane/Plane';
import { CLUSTERS, LANES, NEEDED } from '../portal/crashWorld';
import { Judgement, Play, Scene } from './Scene';

/** Lanes whose templates change, one change after the other. */
export class LaneScene implements Scene {
  readonly kind = 'lanes';
  readonly most = LANES.length;
  readonly #plane: Plane;
  readonly #free = [...LANES];

  static create(plane: Plane): LaneScene {
    return new LaneScene(plane);
  }

  private constructor(plane: Plane) {
    this.#plane = plane;
  }

  enter({ run }: Story): Play | undefined {
    const lane = this.#free.shift();
    if (!lane) {
      return undefined;
    }
    this.#plane.render(lane, run);
    return {
      leave: client => {
        this.#free.push(lane);
        return this.#judge(run, client);
      },
    };
  }

  #judge(run: string, client: readonly ClientEntry[]): Judgement {
    const log = this.#plane.close(run);
    return {
      log,
      effects: log.filter(({ kind }) => kind === 'arrived').length,
      violations: checkLane(run, log, client, {
        needed: NEEDED,
        clusters: CLUSTERS,
      }),
    };
  }
}
