import { LaneObject } from '@fairway/backstage-plugin-multicluster-node';
import {
  podSpecOf,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { groupVersion } from '../project/groupVersion';
import { ManifestDigester } from './ManifestDigester';
import { manifestOf } from './manifestOf';
import { RenderedWork } from './RenderedWork';

/**
 * What is shown and decided of one rendered object: digests, images, copies. Nothing else of a manifest leaves this function,
 * which may be a Secret.
 *
 * @returns undefined for what is not rendered yet
 * @internal
 */
export async function toLaneObject(
  rendered: RenderedWork,
  digester: ManifestDigester,
): Promise<LaneObject | undefined> {
  const manifest = manifestOf(rendered);
  if (!manifest) {
    return undefined;
  }
  const { fact } = rendered.binding;
  const metadata = read.record(manifest.metadata);
  const { group } = groupVersion(read.string(manifest.apiVersion));
  const kind = read.string(manifest.kind) ?? fact.workload.kind;
  const replicas = read.count(read.record(manifest.spec).replicas);
  return {
    placementKey: fact.key,
    group,
    kind,
    namespace: read.string(metadata.namespace) ?? '',
    name: read.string(metadata.name) ?? fact.workload.name,
    ...(await digester.digest(manifest)),
    ...(replicas !== undefined && { replicas }),
    images: imagesOf(podSpecOf(group, kind, manifest)),
    ...dispatchOf(rendered.work),
  };
}

/** A Work that was ever sent says whether that could be applied, and keeps saying so while it is held. */
function dispatchOf(work: Record<string, unknown> | undefined) {
  const dispatched = read.record(work?.spec).suspendDispatching !== true;
  const wasSent = read
    .list(read.record(work?.status).conditions)
    .some(item => read.record(item).type === 'Applied');
  return {
    dispatched,
    ...(!dispatched && !wasSent && { absent: true as const }),
  };
}

/** Those of containers that come and go included: they run too, and are part of what is approved. */
function imagesOf(podSpec: Record<string, unknown>) {
  return ['initContainers', 'containers'].flatMap(field =>
    read.list(podSpec[field]).flatMap(item => {
      const container = read.record(item);
      const image = read.string(container.image);
      return image ? [{ name: read.string(container.name) ?? '', image }] : [];
    }),
  );
}
