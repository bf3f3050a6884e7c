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

/** Resource type of requests for approval; conditions on it become SQL. @public */
export const RESOURCE_TYPE_MULTICLUSTER_APPROVAL = 'multicluster-approval';

/** See requests for approval and what became of them. @public */
export const multiclusterApprovalReadPermission: ResourcePermission<'multicluster-approval'> =
  createPermission({
    name: 'multicluster.approval.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_MULTICLUSTER_APPROVAL,
  });

/** Vote on a request, withdraw and recall. The policy of the request says whose votes count; this says who may cast one. @public */
export const multiclusterApprovalVotePermission: ResourcePermission<'multicluster-approval'> =
  createPermission({
    name: 'multicluster.approval.vote',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_MULTICLUSTER_APPROVAL,
  });

/** Decide past quorum and windows, with a reason. @public */
export const multiclusterApprovalBreakGlassPermission: ResourcePermission<'multicluster-approval'> =
  createPermission({
    name: 'multicluster.approval.break-glass',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_MULTICLUSTER_APPROVAL,
  });

/** Say how a halted delivery goes on: continue, roll back, abandon. @public */
export const multiclusterApprovalResolvePermission: ResourcePermission<'multicluster-approval'> =
  createPermission({
    name: 'multicluster.approval.resolve',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_MULTICLUSTER_APPROVAL,
  });

/** Hold every undelivered decision of a scope, and lift that. @public */
export const multiclusterStopPermission = createPermission({
  name: 'multicluster.stop',
  attributes: { action: 'update' },
});

/**
 * Release without votes what only restores content that a lane had before. Judged on every entity the lane is confirmed to belong to,
 * so IS_ENTITY_OWNER and its like apply.
 *
 * @public
 */
export const multiclusterLaneRestorePermission: ResourcePermission<'catalog-entity'> =
  createPermission({
    name: 'multicluster.lane.restore',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
  });

/** Arm and disarm lanes: have the dispatch of a policy wait for people. @public */
export const multiclusterLaneManagePermission = createPermission({
  name: 'multicluster.lane.manage',
  attributes: { action: 'update' },
});

/** Cordon and uncordon clusters. @public */
export const multiclusterClusterCordonPermission = createPermission({
  name: 'multicluster.cluster.cordon',
  attributes: { action: 'update' },
});

/** Read the trail and reports over all environments. @public */
export const multiclusterAuditReadPermission = createPermission({
  name: 'multicluster.audit.read',
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
  multiclusterApprovalReadPermission,
  multiclusterApprovalVotePermission,
  multiclusterApprovalBreakGlassPermission,
  multiclusterApprovalResolvePermission,
  multiclusterStopPermission,
  multiclusterLaneManagePermission,
  multiclusterLaneRestorePermission,
  multiclusterClusterCordonPermission,
  multiclusterAuditReadPermission,
];
