import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { KarmadaClusters } from './clusters/KarmadaClusters';
import { ControlPlaneSettings } from './config';
import { KarmadaConnections } from './connect';
import { KarmadaDetail } from './detail/KarmadaDetail';
import { Discovery } from './Discovery';
import { KarmadaFleet } from './KarmadaFleet';
import { KarmadaLanes } from './lanes/KarmadaLanes';
import { Impersonated } from './observe/missingRights';

/**
 * One Karmada control plane.
 *
 * @internal
 */
export class KarmadaSource implements DeliverySource {
  static create(
    settings: ControlPlaneSettings,
    connections: KarmadaConnections,
  ): KarmadaSource {
    return new KarmadaSource(settings, connections);
  }

  readonly id: string;
  readonly type = 'karmada';
  readonly title?: string;
  readonly fleet: KarmadaFleet;
  readonly detail: KarmadaDetail;
  readonly lanes: KarmadaLanes;
  readonly clusters: KarmadaClusters;

  private constructor(
    settings: ControlPlaneSettings,
    connections: KarmadaConnections,
  ) {
    const { identity, configMaps, version } = settings;
    const discovery = Discovery.create({ transport: connections.read });
    this.id = settings.name;
    this.title = settings.title;
    this.fleet = KarmadaFleet.create({
      connections,
      discovery,
      configMaps,
      impersonates: impersonatesOf(identity),
    });
    this.detail = KarmadaDetail.create({ connections, identity, discovery });
    this.lanes = KarmadaLanes.create({
      connections,
      identity,
      discovery,
      version,
    });
    this.clusters = KarmadaClusters.create({ connections, identity });
  }
}

function impersonatesOf({
  mode,
  groups,
}: ControlPlaneSettings['identity']): Impersonated[] {
  if (mode !== 'impersonate') {
    return [];
  }
  return groups ? ['users', 'groups'] : ['users'];
}
