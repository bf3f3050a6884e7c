import {
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PolicyNative } from '../native/PolicyNative';
import { selects } from './selects';

/**
 * Whether an override policy may change an image of this workload on this cluster. Only the Work tells whether it did.
 *
 * @internal
 */
export function mayOverrideImage(
  overrides: PolicyFact<PolicyNative>[],
  workload: Pick<
    WorkloadFact,
    'group' | 'version' | 'kind' | 'namespace' | 'name' | 'labels'
  >,
  cluster: string,
): boolean {
  return overrides.some(
    ({ native, namespace }) =>
      native.img?.some(
        rule =>
          (!rule.in || rule.in.includes(cluster)) &&
          !rule.out?.includes(cluster),
      ) &&
      // Without selectors an override policy applies to everything in its reach.
      (native.sel.length === 0
        ? !namespace || namespace === workload.namespace
        : selects(native.sel, namespace, workload)),
  );
}
