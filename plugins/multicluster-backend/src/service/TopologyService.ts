import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { EntityTopology } from '@fairway/backstage-plugin-multicluster-common';
import { ViewBody } from './ViewBody';

/** Where the workloads of an entity run, for someone. */
export interface TopologyService {
  /** Throws a NotFoundError when the caller may not see the entity, a NotAllowedError when not its topology. */
  entityTopology(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<ViewBody<EntityTopology>>;
}

/** Where the workloads of an entity run, for whoever was already let in. */
export interface TopologyReader {
  read(entity: Entity): Promise<ViewBody<EntityTopology>>;
}
