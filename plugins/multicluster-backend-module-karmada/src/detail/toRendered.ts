import { RenderedTarget } from '@fairway/backstage-plugin-multicluster-common';
import {
  manifestText,
  podImages,
  podSpecOf,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';

/**
 * What a Work sends to its cluster: replicas, images, the overrides that were applied, and the manifest as text without values.
 * Nothing else leaves this function; it may be a Secret.
 *
 * @internal
 */
export function toRendered(
  work: unknown,
  { group, kind }: { group: string; kind: string },
): RenderedTarget | undefined {
  const object = read.record(work);
  const workload = read.record(read.record(object.spec).workload);
  const manifest = read.record(read.list(workload.manifests)[0]);
  if (manifest.kind !== kind) {
    return undefined;
  }
  const annotations = read.record(read.record(object.metadata).annotations);
  const spec = read.record(manifest.spec);
  const replicas = read.count(spec.replicas);
  const generation = Number(
    read.record(read.record(manifest.metadata).annotations)[
      'resourcetemplate.karmada.io/generation'
    ],
  );
  const text = manifestText(manifest);
  return {
    ...(replicas !== undefined && { replicas }),
    versions: podImages(podSpecOf(group, kind, manifest)),
    overrides: [keys.appliedClusterOverrides, keys.appliedOverrides].flatMap(
      key => appliedOverrides(annotations[key]),
    ),
    ...(generation > 0 && { generation }),
    ...(text && { manifest: text }),
  };
}

/** Which overrides changed the manifest, in the order in which they were applied; by kind, without their values. */
function appliedOverrides(value: unknown): RenderedTarget['overrides'] {
  return read.list(parse(value)).flatMap(item => {
    const override = read.record(item);
    const policy = read.string(override.policyName);
    return policy
      ? [
          {
            policy,
            overriders: Object.entries(read.record(override.overriders))
              .filter(([, list]) => !Array.isArray(list) || list.length > 0)
              .map(([name]) => name),
          },
        ]
      : [];
  });
}

function parse(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
