import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** Where a cluster counts copies: what a change of copies alone changes. */
const COPIES: Record<string, string> = {
  'apps/v1/Deployment': 'replicas',
  'apps/v1/StatefulSet': 'replicas',
  'apps/v1/ReplicaSet': 'replicas',
  'batch/v1/Job': 'parallelism',
};

/**
 * Prefixes of what Karmada writes on everything that it sends. How it resolves conflicts is a word of the policy, and stays.
 */
const STAMPED =
  /^(karmada\.io\/managed$|work\.karmada\.io\/(permanent-id|name|namespace)$|resourcetemplate\.karmada\.io\/(uid|generation|managed-labels|managed-annotations)$|(cluster)?resourcebinding\.karmada\.io\/|(cluster)?propagationpolicy\.karmada\.io\/|kubectl\.kubernetes\.io\/last-applied-configuration$)/;

/** Of metadata, what a server gives and nobody asked for. */
const GIVEN = new Set([
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/**
 * What a cluster is sent, without what Karmada stamps on it: equal for equal content, whichever Work, binding or incarnation it
 * came by.
 *
 * @returns `manifest`, and the same without the number of copies
 * @internal
 */
export function canonicalManifest(raw: Record<string, unknown>): {
  manifest: Record<string, unknown>;
  withoutCopies: Record<string, unknown>;
} {
  const { status: _, metadata, ...body } = raw;
  const manifest = { ...body, metadata: ownMetadata(read.record(metadata)) };
  const field = COPIES[`${raw.apiVersion}/${raw.kind}`];
  if (!field) {
    return { manifest, withoutCopies: manifest };
  }
  const { [field]: copies, ...spec } = read.record(raw.spec);
  return { manifest, withoutCopies: { ...manifest, spec } };
}

function ownMetadata(
  metadata: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(metadata)
      .filter(([key]) => !GIVEN.has(key))
      .map(([key, value]) => [
        key,
        key === 'labels' || key === 'annotations' ? unstamped(value) : value,
      ]),
  );
}

function unstamped(map: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(read.record(map)).filter(([key]) => !STAMPED.test(key)),
  );
}
