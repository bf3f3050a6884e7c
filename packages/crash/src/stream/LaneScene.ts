import { setTimeout as sleep } from 'node:timers/promises';
import { checkLaneStory, LaneContent } from '../check/checkLaneStory';
import { ClientEntry } from '../check/ClientEntry';
import { Story } from '../plan/Story';
import { Plane } from '../plane/Plane';
import { CLUSTERS, LANES, NEEDED, Waves } from '../portal/crashWorld';
import { Judgement, Play, Scene } from './Scene';

/** Lanes whose templates change, one change after the other; some once more while people decide about it. */
export class LaneScene implements Scene {
  readonly kind = 'lanes';
  readonly most = LANES.length;
  readonly #plane: Plane;
  readonly #waves: Waves;
  readonly #free = [...LANES];

  static create(plane: Plane, waves: Waves): LaneScene {
    return new LaneScene(plane, waves);
  }

  private constructor(plane: Plane, waves: Waves) {
    this.#plane = plane;
    this.#waves = waves;
  }

  enter({ run, againAfterMs }: Story, signal: AbortSignal): Play | undefined {
    const lane = this.#free.shift();
    if (!lane) {
      return undefined;
    }
    const plane = this.#plane;
    const contents: LaneContent[] = [];
    const render = (name: string) =>
      contents.push({ name, since: plane.render(lane, name) });
    render(run);
    const isAgain = againAfterMs !== undefined;
    const last = isAgain ? `${run}-again` : run;
    return {
      last,
      isAgain,
      isThere: () =>
        Object.values(plane.lane(lane)!.members).every(one => one === last),
      ...(isAgain && {
        asked: async () => {
          await sleep(againAfterMs, undefined, { signal });
          render(last);
        },
      }),
      leave: client => {
        this.#free.push(lane);
        return this.#judge(run, contents, client);
      },
    };
  }

  #judge(
    run: string,
    contents: readonly LaneContent[],
    client: readonly ClientEntry[],
  ): Judgement {
    const log = contents
      .flatMap(({ name }) => this.#plane.close(name))
      .sort((a, b) => a.at - b.at);
    return {
      log,
      effects: log.filter(({ kind }) => kind === 'arrived').length,
      violations: checkLaneStory(run, contents, log, client, {
        needed: NEEDED,
        clusters: CLUSTERS,
        byPerson: this.#waves === 'person',
      }),
    };
  }
}
