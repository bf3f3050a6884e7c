import {
  KubernetesError,
  KubernetesTransport,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { LaneBinding } from './LaneBinding';
import { toLaneBinding } from './toLaneBinding';

/** More than this are not looked at one by one. */
const MOST = 200;

/** {@inheritDoc looseDependencies} @internal */
export interface LooseDependencies {
  /** `ConfigMap settings`, in order. */
  names: string[];
  /** Karmada has not yet written down what follows. */
  unknown: boolean;
}

/**
 * What follows the bindings of a lane by propagateDeps and goes past its hold: Karmada does not pass suspension on. Only what is
 * claimed by a policy that holds it, or by the very policy of the lane, waits with it.
 *
 * @throws KubernetesError
 * @internal
 */
export async function looseDependencies(
  bindings: LaneBinding[],
  options: {
    transport: KubernetesTransport;
    policyId: string | undefined;
    signal: AbortSignal;
  },
): Promise<LooseDependencies> {
  const parents = bindings.filter(item => item.propagatesDependencies);
  const wanted = new Map(
    parents
      .flatMap(({ dependencies = [] }) => dependencies)
      .map(item => [`${item.kind} ${item.namespace}/${item.name}`, item]),
  );
  const unknown =
    parents.some(item => item.dependencies === undefined) || wanted.size > MOST;
  const names: string[] = [];
  for (const item of [...wanted.values()].slice(0, MOST)) {
    if (!(await waits(item, options))) {
      names.push(`${item.kind} ${item.name || '(by label)'}`);
    }
  }
  return { names: names.sort(), unknown };
}

type Dependency = NonNullable<LaneBinding['dependencies']>[number];

async function waits(
  { kind, namespace, name }: Dependency,
  options: Parameters<typeof looseDependencies>[1],
): Promise<boolean> {
  if (!name) {
    return false;
  }
  const { transport, signal, policyId } = options;
  const binding = `${name.replaceAll(':', '.')}-${kind}`.toLowerCase();
  try {
    const found = toLaneBinding(
      await transport.json({
        path: resourcePath(
          {
            group: 'work.karmada.io',
            version: 'v1alpha2',
            resource: namespace
              ? 'resourcebindings'
              : 'clusterresourcebindings',
          },
          { namespace: namespace || undefined, name: binding },
        ),
        signal,
      }),
    );
    const { fact } = found ?? {};
    return (
      fact?.workload.kind === kind &&
      fact.policyId !== undefined &&
      (fact.policyId === policyId || fact.native.hold === true)
    );
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 404) {
      return false;
    }
    throw error;
  }
}
