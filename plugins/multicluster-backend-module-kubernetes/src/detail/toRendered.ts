import { RenderedTarget } from '@fairway/backstage-plugin-multicluster-common';
import {
  manifestText,
  podImages,
  podSpecOf,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * What a workload asks for: replicas, images, and its manifest as text without values. Nothing else of it leaves this function;
 * variables may hold secrets.
 *
 * @internal
 */
export function toRendered(
  raw: unknown,
  { group, kind }: { group: string; kind: string },
): RenderedTarget {
  const object = read.record(raw);
  const replicas = read.count(read.record(object.spec).replicas);
  const generation = read.count(read.record(object.metadata).generation);
  const text = manifestText(object);
  return {
    ...(replicas !== undefined && { replicas }),
    versions: podImages(podSpecOf(group, kind, object)),
    overrides: [],
    ...(generation && { generation }),
    ...(text && { manifest: text }),
  };
}
