import { ConflictError } from '@backstage/errors';
import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import { Acting } from '../../service/Acting';
import {
  LaneInput,
  LaneKeeper,
  LaneListRequest,
} from '../../service/LaneService';
import { LaneLister } from './LaneLister';
import { LaneManager } from './LaneManager';
import { LaneRestore, RestoreInput } from './LaneRestore';
import { readLaneId } from './readLaneId';

interface Options {
  lister: LaneLister;
  manager: LaneManager;
  /** Absent: nothing is restored without an approval. */
  restore?: LaneRestore;
}

/** {@inheritDoc LaneKeeper} */
export class DefaultLaneKeeper implements LaneKeeper {
  static create(options: Options): LaneKeeper {
    return new DefaultLaneKeeper(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(request: LaneListRequest) {
    return this.#options.lister.list(request);
  }

  async ownersOf(id: string): Promise<string[] | undefined> {
    const ref = readLaneId(id);
    const lane = ref && (await this.#options.lister.find(ref));
    return lane?.entityRefs;
  }

  async manage(
    id: string,
    input: LaneInput,
    acting: Acting,
  ): Promise<ActionPreview | undefined> {
    const ref = readLaneId(id);
    return ref && this.#options.manager.manage(ref, input, acting);
  }

  async restore(
    id: string,
    input: RestoreInput,
    acting: Acting,
  ): Promise<string | undefined> {
    const ref = readLaneId(id);
    if (!this.#options.restore) {
      throw new ConflictError('Nothing can be restored without an approval');
    }
    return ref && this.#options.restore.restore(ref, input, acting);
  }
}
