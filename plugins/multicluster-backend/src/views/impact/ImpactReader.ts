import {
  ClusterDetail,
  ClusterImpact,
  sentence,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { Paging } from '../../service/FleetService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { Cached } from '../../util/Cached';
import { ClusterRow } from '../clusters/ClusterRow';
import { sayOr } from '../sayOr';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { DEFAULT_LIMIT } from '../paging/pageOf';
import { rankLosses } from './rankLosses';
import { Affected, selectAffected } from './selectAffected';
import { Loss } from './selectLosses';
import { severityOf } from './severityOf';

const RANKING_TTL_MS = 5000;
const MAX_RANKINGS = 50;

/** Tells what losing a cluster means for what runs there. */
export class ImpactReader {
  readonly #knex: Knex;
  readonly #sources: SourceRegistry;
  readonly #rankings = new Map<number, Cached<Loss[]>>();

  static create(options: {
    knex: Knex;
    sources: SourceRegistry;
  }): ImpactReader {
    return new ImpactReader(options.knex, options.sources);
  }

  private constructor(knex: Knex, sources: SourceRegistry) {
    this.#knex = knex;
    this.#sources = sources;
  }

  /** A page of the impact, worst first. */
  async read(
    cluster: ClusterRow,
    request: Paging,
  ): Promise<Pick<ClusterDetail, 'impact' | 'impactTotal' | 'nextCursor'>> {
    const ranking = await this.#ranking(cluster.id).get();
    const start = Number(decodeCursor(request.cursor, 1)?.[0] ?? 0);
    const end = start + (request.limit ?? DEFAULT_LIMIT);
    const losses = ranking.slice(start, end);
    const affected = await selectAffected(this.#knex, cluster.id, losses);
    return {
      impact: losses.flatMap(loss => {
        const item = affected.get(loss.placementId);
        return item ? this.#toImpact(cluster, loss, item) : [];
      }),
      impactTotal: ranking.length,
      ...(end < ranking.length && { nextCursor: encodeCursor([end]) }),
    };
  }

  #toImpact(cluster: ClusterRow, loss: Loss, item: Affected): ClusterImpact {
    return {
      workload: item.workload,
      entityRefs: item.entityRefs,
      ...(item.owner && { owner: item.owner }),
      severity: severityOf(loss),
      replicasLost: loss.lost ?? 0,
      replicasLeft: loss.left ?? 0,
      state: item.state,
      outlook: this.#outlook(cluster, item),
    };
  }

  #outlook(cluster: ClusterRow, item: Affected): Sentence {
    const otherwise = sentence('view.noOutlook');
    const fleet = this.#sources.get(cluster.controlPlane)?.fleet;
    const { fact } = cluster;
    const { placement, derived } = item;
    return fleet && fact && placement
      ? sayOr(
          () => fleet.explainLoss({ cluster: fact, placement, derived }),
          otherwise,
        )
      : otherwise;
  }

  #ranking(clusterId: number): Cached<Loss[]> {
    const known = this.#rankings.get(clusterId);
    if (known) {
      return known;
    }
    const ranking = Cached.create({
      ttlMs: RANKING_TTL_MS,
      read: () => rankLosses(this.#knex, clusterId),
    });
    this.#rankings.set(clusterId, ranking);
    const [oldest] = this.#rankings.keys();
    if (this.#rankings.size > MAX_RANKINGS) {
      this.#rankings.delete(oldest);
    }
    return ranking;
  }
}
