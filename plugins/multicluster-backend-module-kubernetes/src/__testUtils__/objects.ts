import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { WorkloadInput } from '../derive/derivePlacement';
import { WorkloadNative } from '../native/WorkloadNative';

/** A Deployment whose three copies are all there, or what `given` says of it. */
export function native(given: Partial<WorkloadNative> = {}): WorkloadNative {
  return {
    cluster: 'gondor',
    generation: 4,
    wanted: 3,
    renewed: 3,
    total: 3,
    updated: 3,
    ready: 3,
    available: 3,
    ...given,
  };
}

/** The workload of {@link native}. */
export function workload(given: Partial<WorkloadFact> = {}): WorkloadFact {
  return {
    type: 'workload',
    key: 'apps/Deployment/shop/cart',
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'cart',
    uid: 'uid-of-cart',
    generation: 4,
    labels: {},
    images: [
      { container: 'app', image: 'example.org/cart:latest', version: 'latest' },
    ],
    imagesKnown: true,
    deleting: false,
    ...given,
  };
}

/** What derive is given of both. */
export function input(
  given: Partial<WorkloadNative>,
  options: Partial<WorkloadInput> & { kind?: string } = {},
): WorkloadInput {
  const { kind = 'Deployment', ...rest } = options;
  const fact = workload({ kind });
  return {
    placement: {
      type: 'placement',
      key: fact.key,
      workloadKey: fact.key,
      workload: {
        group: fact.group,
        version: fact.version,
        kind,
        namespace: fact.namespace,
        name: fact.name,
        uid: fact.uid,
      },
      dependency: false,
      native: native(given),
    },
    workload: fact,
    overrides: [],
    imagesByGeneration: new Map(),
    now: 1_000_000,
    ...rest,
  };
}
