import {
  LaneCluster,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
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
    return this.#options.lanes.manage(id, input, acting);
  }

  async restore(id: string, input: RestoreInput, acting: Acting) {
    return this.#options.lanes.restore(id, input, acting);
  }

  async #cared(lane: LaneBody): Promise<LaneBody> {
    const { board, incidents } = this.#options;
    const ref = readLaneId(lane.id);
    const open = ref ? await incidents.open(ref) : [];
    const restore = board.find(lane.id);
    return {
      ...lane,
      clusters: lane.clusters.map(cluster => asHeld(cluster, restore)),
      sentences: [
        ...open.map(item => ({ ...item.sentence, tone: 'bad' as const })),
        ...lane.sentences
          // Something does wait where something can be restored.
          .filter(({ code }) => !restore || code !== 'lane.view.quiet')
          .map(said => ({ ...said, ...asShort(said, lane) })),
      ],
      ...(restore && { restore }),
    };
  }
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

/** That copies are missing because of the hold is the sentence that matters. */
function asShort(said: Sentence, { state }: LaneBody): Partial<Sentence> {
  return state === 'armed' && said.code === 'lane.view.short'
    ? sentence('lane.care.short', said.params)
    : {};
}

/** What nobody approved and what is short of copies first; the rest as it came. */
function byUrgency(a: LaneBody, b: LaneBody): number {
  const rank = ({ sentences, restore }: LaneBody) =>
    restore || sentences.some(({ tone }) => tone === 'bad') ? 0 : 1;
  return rank(a) - rank(b);
}
