import { LaneCluster } from '@fairway/backstage-plugin-multicluster-common';
import { Acting } from '../../../service/Acting';
import {
  LaneBody,
  LaneInput,
  LaneKeeper,
  LaneListRequest,
} from '../../../service/LaneService';
import { RestoreInput } from '../LaneRestore';
import { readLaneId } from '../readLaneId';
import { CareBoard } from './CareBoard';
import { IncidentBook } from './IncidentBook';

interface Options {
  lanes: LaneKeeper;
  board: CareBoard;
  incidents: IncidentBook;
}

/** Lanes with what is urgent in them: what can be restored, and content that nobody approved. */
export class CaredLanes implements LaneKeeper {
  static create(options: Options): LaneKeeper {
    return new CaredLanes(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(request: LaneListRequest) {
    const list = await this.#options.lanes.list(request);
    const items = await Promise.all(list.items.map(lane => this.#cared(lane)));
    return { ...list, items: items.sort(byUrgency) };
  }

  async ownersOf(id: string) {
    return this.#options.lanes.ownersOf(id);
  }

  async manage(id: string, input: LaneInput, acting: Acting) {
    const { lanes, board } = this.#options;
    const answer = await lanes.manage(id, input, acting);
    const ref = readLaneId(id);
    if (ref && answer?.done && input.action === 'disarm') {
      board.clear(ref);
    }
    return answer;
  }

  async restore(id: string, input: RestoreInput, acting: Acting) {
    return this.#options.lanes.restore(id, input, acting);
  }

  async #cared(lane: LaneBody): Promise<LaneBody> {
    const { board, incidents } = this.#options;
    const ref = readLaneId(lane.id);
    const open = ref ? await incidents.open(ref) : [];
    // Whatever was seen before: only what is armed has something to release.
    const restore = isHolding(lane) ? board.find(lane) : undefined;
    return {
      ...lane,
      clusters: lane.clusters.map(cluster => asHeld(cluster, restore)),
      sentences: [
        ...open.map(item => ({ ...item.sentence, tone: 'bad' as const })),
        // Something does wait where something can be restored.
        ...lane.sentences.filter(
          ({ code }) => !restore || code !== 'lane.view.quiet',
        ),
      ],
      ...(restore && { restore }),
    };
  }
}

function isHolding({ state }: LaneBody): boolean {
  return state === 'armed' || state === 'releasing';
}

/** What can be restored is held from its clusters, although no request is open about it. */
function asHeld(
  cluster: LaneCluster,
  restore: LaneBody['restore'],
): LaneCluster {
  return cluster.state === 'released' &&
    restore?.clusters.includes(cluster.cluster)
    ? { ...cluster, state: 'held' }
    : cluster;
}

/** What nobody approved and what is short of copies first; the rest as it came. */
function byUrgency(a: LaneBody, b: LaneBody): number {
  const rank = ({ sentences, restore }: LaneBody) =>
    restore || sentences.some(({ tone }) => tone === 'bad') ? 0 : 1;
  return rank(a) - rank(b);
}
