import { ApiServerContext } from '../ApiServerContext';
import { failures } from '../failures';
import { Exchange } from '../http/Exchange';
import { Target } from '../http/Target';
import { KubeObject } from '../ObjectStore';
import { mergePatch } from '../patch/mergePatch';
import { applyJsonPatch } from '../patch/applyJsonPatch';
import { prepareWrite } from './prepareWrite';

/** `…/scale`: the replica count of a workload as an `autoscaling/v1` Scale; what `kubectl scale` reads and writes. */
export async function scaleObject(
  context: ApiServerContext,
  exchange: Exchange,
  target: Target,
): Promise<void> {
  const { type, namespace, name, verb } = target;
  const live = context.store.get(type, namespace, name);
  if (!live) {
    throw failures.notFound(type, name);
  }
  if (verb === 'get') {
    await exchange.json(200, scaleOf(live));
    return;
  }
  const body = await exchange.jsonBody<unknown>();
  const sent = (
    verb === 'update' ? body : patched(exchange, scaleOf(live), body)
  ) as Partial<KubeObject> & { spec?: { replicas?: number } };
  const { resourceVersion } = sent.metadata ?? {};
  const object = prepareWrite(context, exchange, target, {
    object: {
      ...live,
      metadata: {
        ...live.metadata,
        ...(resourceVersion && { resourceVersion }),
      },
      spec: { ...(live.spec as object), replicas: sent.spec?.replicas ?? 0 },
    },
    oldObject: live,
  });
  const dryRun = exchange.query.get('dryRun') === 'All';
  const stored = context.store.update(type, object, { dryRun });
  await exchange.json(200, scaleOf(stored));
}

function patched(exchange: Exchange, scale: KubeObject, body: unknown) {
  return /json-patch/.test(String(exchange.headers['content-type']))
    ? applyJsonPatch(scale, body)
    : mergePatch(scale, body);
}

function scaleOf(object: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const spec = object.spec as {
    replicas?: number;
    selector?: { matchLabels?: Record<string, string> };
  };
  const status = object.status as { replicas?: number } | undefined;
  const selector = Object.entries(spec?.selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { ...(spec?.replicas && { replicas: spec.replicas }) },
    status: { replicas: status?.replicas ?? 0, ...(selector && { selector }) },
  };
}
