import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ApprovalSubject,
  sentence,
  SubjectDiff,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isMeantForReaders } from '../../detail/isMeantForReaders';
import { DetailReader } from '../../service/DetailService';
import { Asking } from '../../service/FleetService';
import { LaneInventory } from '../lanes/LaneInventory';
import { EntityDiff } from './EntityDiff';
import { heldDiff } from './heldDiff';
import { selectConfirmedWorkloads } from './selectConfirmedWorkloads';

interface Options {
  knex: Knex;
  inventory: Pick<LaneInventory, 'read'>;
  details: Pick<DetailReader, 'read'>;
}

/** Objects that are compared: each takes two places among the reads that everybody shares. */
const MOST_OBJECTS = 12;
/** The same, each counted on each of its clusters. */
const MOST_COMPARED = 48;

interface Held {
  /** Of the workload, in URLs. */
  id: string;
  object: string;
  clusters: string[];
}

/** What would change of an entity when a lane is released: what clusters have now, and what is held back, read as the caller. */
export class HeldDiffReader {
  static create(options: Options): HeldDiffReader {
    return new HeldDiffReader(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** A lane may be of several entities: of the others nothing is read, and nothing of what is only claimed. */
  async read(
    entity: Entity,
    { source, lane }: Pick<ApprovalSubject, 'source' | 'lane'>,
    asking: Asking,
  ): Promise<EntityDiff> {
    const objects = lane
      ? await this.#objects(stringifyEntityRef(entity), {
          source,
          policyKey: lane.policy,
          clusters: lane.clusters,
        })
      : [];
    const shown = withinBudget(objects);
    const [compared, count] = [countOf(shown), countOf(objects)];
    const basis =
      count > compared
        ? sentence('approval.diff.heldSome', { shown: compared, count })
        : sentence(`approval.diff.${count > 0 ? 'held' : 'heldNothing'}`);
    const read = shown.map(object => this.#compare(object, asking));
    return { diff: (await Promise.all(read)).flat(), basis };
  }

  async #objects(
    entityRef: string,
    lane: { source: string; policyKey: string; clusters: string[] },
  ): Promise<Held[]> {
    const { knex, inventory } = this.#options;
    const { workloads, placements, targets } = await inventory.read(lane);
    const own = await selectConfirmedWorkloads(knex, {
      entityRef,
      workloadIds: workloads.map(({ rowId }) => rowId),
    });
    return workloads.flatMap(({ rowId, id, kind, name }, index) => {
      const { key } = placements[index];
      const clusters = lane.clusters.filter(cluster =>
        targets.some(
          target => target.placementKey === key && target.cluster === cluster,
        ),
      );
      return own.has(rowId) && clusters.length > 0
        ? [{ id, object: `${kind}/${name}`, clusters }]
        : [];
    });
  }

  async #compare(
    { id: workloadId, object, clusters }: Held,
    asking: Asking,
  ): Promise<SubjectDiff[]> {
    const { details } = this.#options;
    const query = { workloadId, clusters };
    const [rendered, live] = await Promise.all([
      details.read('rendered', query, asking).catch(noneFor),
      details.read('live', query, asking).catch(noneFor),
    ]);
    return clusters.map(cluster =>
      heldDiff({
        cluster,
        object,
        next: rendered.find(item => item.cluster === cluster),
        now: live.find(item => item.cluster === cluster),
      }),
    );
  }
}

/** One that is gone, or that there is no room for now, keeps nobody from seeing the others. */
function noneFor(error: unknown): [] {
  if (isMeantForReaders(error)) {
    return [];
  }
  throw error;
}

function countOf(objects: Held[]): number {
  return objects.reduce((sum, { clusters }) => sum + clusters.length, 0);
}

function withinBudget(objects: Held[]): Held[] {
  let left = MOST_COMPARED;
  return objects.slice(0, MOST_OBJECTS).flatMap(object => {
    const clusters = object.clusters.slice(0, left);
    left -= clusters.length;
    return clusters.length > 0 ? [{ ...object, clusters }] : [];
  });
}
