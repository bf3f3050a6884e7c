import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterSettings } from './config';
import { ClusterConnections } from './connect';
import { KubernetesDetail } from './detail/KubernetesDetail';
import { KubernetesFleet } from './KubernetesFleet';
import { ObserveOptions } from './observe/observe';

type SourceTimings = Pick<ObserveOptions, 'clusterTimings' | 'imageIdTimings'>;

/**
 * One cluster that no control plane federates.
 *
 * @internal
 */
export class KubernetesSource implements DeliverySource {
  static create(
    settings: ClusterSettings,
    connections: ClusterConnections,
    /** For tests. */
    timings: SourceTimings = {},
  ): KubernetesSource {
    return new KubernetesSource(settings, connections, timings);
  }

  readonly id: string;
  readonly type = 'kubernetes';
  readonly product = 'Kubernetes';
  readonly title?: string;
  readonly fleet: KubernetesFleet;
  readonly detail: KubernetesDetail;

  private constructor(
    settings: ClusterSettings,
    connections: ClusterConnections,
    timings: SourceTimings,
  ) {
    this.id = settings.name;
    this.title = settings.title;
    this.fleet = KubernetesFleet.create({ settings, connections, ...timings });
    this.detail = KubernetesDetail.create({ settings, connections });
  }
}
