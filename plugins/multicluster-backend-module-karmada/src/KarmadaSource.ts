import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { ControlPlaneSettings } from './config';
import { KarmadaConnections } from './connect';
import { KarmadaDetail } from './detail/KarmadaDetail';
import { Discovery } from './Discovery';
import { KarmadaFleet } from './KarmadaFleet';
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

  private constructor(
    settings: ControlPlaneSettings,
    connections: KarmadaConnections,
  ) {
    const { identity, configMaps } = settings;
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
