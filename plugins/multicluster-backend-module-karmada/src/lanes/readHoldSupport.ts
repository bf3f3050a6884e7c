import {
  apiPath,
  KubernetesTransport,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * Whether a Karmada holds what it is told to hold. `none`: it knows no suspension. `sound`: it does not send what is held when
 * somebody deletes it in a member. `unknown`: it is of an age of which some versions do.
 *
 * @internal
 */
export type HoldSupport = 'none' | 'sound' | 'unknown';

/**
 * Karmada tells its version nowhere in its API, so it is known by what its policies may say: `suspension.dispatchingOnClusters`
 * came with 1.11, and `failover.cluster` with 1.15, the first that never had the fault.
 *
 * @throws KubernetesError
 * @internal
 */
export async function readHoldSupport(
  transport: KubernetesTransport,
  signal: AbortSignal,
): Promise<HoldSupport> {
  const document = read.record(
    await transport.json({
      path: apiPath('openapi', 'v3', 'apis', 'policy.karmada.io', 'v1alpha1'),
      signal,
    }),
  );
  const schemas = read.record(read.record(document.components).schemas);
  const found = Object.entries(schemas).find(([name]) =>
    /(^|\.)PropagationPolicy$/.test(name),
  );
  const spec = below(found?.[1], 'spec');
  if (!below(spec, 'suspension', 'dispatchingOnClusters')) {
    return 'none';
  }
  return below(spec, 'failover', 'cluster') ? 'sound' : 'unknown';
}

/** The schema of a field of a schema. */
function below(schema: unknown, ...fields: string[]): unknown {
  return fields.reduce<unknown>(
    (value, field) => read.record(read.record(value).properties)[field],
    schema,
  );
}
