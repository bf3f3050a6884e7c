import type { KubeObject } from '../../apiserver/ObjectStore';

type Health = 'Healthy' | 'Unhealthy';

function count(status: Record<string, unknown>, field: string): number {
  return (status[field] as number | undefined) ?? 0;
}

/** Health as Karmada's default interpreter sees it (native/healthy.go). Kinds without a rule, Jobs too, are Healthy. */
export function interpretHealth(object: KubeObject): Health {
  const status = (object.status ?? {}) as Record<string, unknown>;
  const spec = (object.spec ?? {}) as Record<string, unknown>;
  const { generation } = object.metadata;
  const behind = count(status, 'observedGeneration') !== generation;
  const judge = (healthy: boolean): Health =>
    healthy ? 'Healthy' : 'Unhealthy';
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet': {
      const wanted = (spec.replicas as number | undefined) ?? 1;
      const updated = count(status, 'updatedReplicas');
      const available = count(status, 'availableReplicas');
      return judge(!behind && updated >= wanted && available >= updated);
    }
    case 'DaemonSet': {
      const wanted = count(status, 'desiredNumberScheduled');
      const updated = count(status, 'updatedNumberScheduled');
      const available = count(status, 'numberAvailable');
      return judge(!behind && updated >= wanted && available >= updated);
    }
    case 'Service': {
      const balancer = status.loadBalancer as
        | { ingress?: unknown[] }
        | undefined;
      return judge(
        spec.type !== 'LoadBalancer' || Boolean(balancer?.ingress?.length),
      );
    }
    case 'Ingress': {
      const balancer = status.loadBalancer as
        | { ingress?: unknown[] }
        | undefined;
      return judge(Boolean(balancer?.ingress?.length));
    }
    case 'PersistentVolumeClaim':
      return judge(status.phase === 'Bound');
    default:
      return 'Healthy';
  }
}
