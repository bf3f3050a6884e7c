import {
  ClusterDetail,
  ClusterList,
  ClusterState,
  EnvironmentList,
  Fleet,
} from '@fairway/backstage-plugin-multicluster-common';
import { notFound } from '../../util/codedErrors';
import { FleetService, Paging } from '../../service/FleetService';
import { SourceRegistry } from '../../service/SourceRegistry';
import { ViewBody } from '../../service/ViewBody';
import { clusterMatches } from '../clusters/clusterMatches';
import { ClusterRecord } from '../clusters/ClusterRecord';
import { FleetBook } from '../clusters/FleetBook';
import { toClusterSummary } from '../clusters/toClusterSummary';
import { coverageOfClusters } from '../coverageOf';
import { FleetHealthReader } from '../health/FleetHealthReader';
import { FleetHealth } from '../health/SourceHealth';
import { ImpactReader } from '../impact/ImpactReader';
import { pageOf } from '../paging/pageOf';
import { ClusterPolicies } from '../platform/ClusterPolicies';
import { Environments } from '../platform/Environments';
import { readFilter } from '../readFilter';
import { manageableBy } from './manageableBy';
import { toFleet } from './toFleet';

interface Options {
  sources: Pick<SourceRegistry, 'get'>;
  book: FleetBook;
  health: FleetHealthReader;
  impact: ImpactReader;
  environments: Environments;
  policies: ClusterPolicies;
}

/** Reads the fleet from the stored rows. */
export class DefaultFleetService implements FleetService {
  readonly #options: Options;

  static create(options: Options): FleetService {
    return new DefaultFleetService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async fleet(): Promise<ViewBody<Fleet>> {
    const [totals, health] = await this.#read();
    return {
      ...metaOf(totals.clusters, health),
      ...toFleet(totals, this.#options.policies),
    };
  }

  async clusters(
    request: Paging & { filter?: string },
  ): Promise<ViewBody<ClusterList>> {
    const terms = readFilter(request.filter);
    const [totals, health] = await this.#read();
    const matching = totals.clusters
      .map(record => toClusterSummary(record, this.#options))
      .filter(cluster => clusterMatches(cluster, terms));
    return {
      ...metaOf(totals.clusters, health),
      ...pageOf(matching, item => [item.controlPlane, item.name], request),
    };
  }

  async cluster(
    request: Paging & { controlPlane: string; name: string },
  ): Promise<ViewBody<ClusterDetail>> {
    const [totals, health] = await this.#read();
    const record = totals.clusters.find(
      item =>
        item.controlPlane === request.controlPlane &&
        item.name === request.name,
    );
    if (!record) {
      throw notFound(
        'cluster-not-found',
        `No cluster ${request.name} in ${request.controlPlane}`,
      );
    }
    return {
      ...metaOf([record], health),
      ...manageableBy(
        this.#options.sources.get(record.controlPlane)?.clusters,
        record,
      ),
      cluster: toClusterSummary(record, this.#options),
      ...(await this.#options.impact.read(record, request)),
    };
  }

  async environments(): Promise<ViewBody<EnvironmentList>> {
    const [totals, health] = await this.#read();
    const { environments } = this.#options;
    const counts = new Map<string, Partial<Record<ClusterState, number>>>();
    for (const cluster of totals.clusters) {
      const names = environments.onCluster({
        ...cluster,
        labels: cluster.fact?.labels ?? {},
      });
      for (const name of names) {
        const states = counts.get(name) ?? {};
        states[cluster.state] = (states[cluster.state] ?? 0) + 1;
        counts.set(name, states);
      }
    }
    return {
      ...metaOf(totals.clusters, health),
      items: environments.list.map(environment => ({
        ...environment,
        clusters: counts.get(environment.name) ?? {},
      })),
    };
  }

  #read() {
    return Promise.all([
      this.#options.book.read(),
      this.#options.health.read(),
    ]);
  }
}

function metaOf(clusters: ClusterRecord[], health: FleetHealth) {
  const coverage = coverageOfClusters(
    clusters,
    clusters.flatMap(cluster => cluster.laneId ?? []),
    health,
  );
  return {
    ...(coverage.oldest && { observedAt: coverage.oldest }),
    coverage,
  };
}
