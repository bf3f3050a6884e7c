import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

const RESOURCE_TYPE_CATALOG_ENTITY = 'catalog-entity';

/** See where the workloads of an entity run. Judged on the entity, so IS_ENTITY_OWNER and its like apply. @public */
export const multiclusterTopologyReadPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'multicluster.topology.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** See pods, events and rendered manifests of an entity's workloads. @public */
export const multiclusterDetailReadPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'multicluster.detail.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** Read container logs of an entity's workloads. @public */
export const multiclusterLogReadPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'multicluster.log.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** See the pipelines, runs and promotion of an entity. @public */
export const multiclusterRunReadPermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'multicluster.run.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** See the fleet: every cluster and every workload, whoever owns it. @public */
export const multiclusterFleetReadPermission = createPermission({
  name: 'multicluster.fleet.read',
  attributes: { action: 'read' },
});

/** See how well the sources are read, and what their credentials lack. @public */
export const multiclusterSourceReadPermission = createPermission({
  name: 'multicluster.source.read',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. @public */
export const multiclusterPermissions = [
  multiclusterTopologyReadPermission,
  multiclusterDetailReadPermission,
  multiclusterLogReadPermission,
  multiclusterRunReadPermission,
  multiclusterFleetReadPermission,
  multiclusterSourceReadPermission,
];
