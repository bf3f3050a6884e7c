import { WorkloadKind } from '../project/WorkloadKind';
import { workloadKinds } from '../project/workloadKinds';

/** A kind of workload that is observed, in all namespaces or in one. @internal */
export interface WorkloadLane {
  lane: string;
  subject: string;
  kind: WorkloadKind;
  namespace?: string;
}

/**
 * What is observed of a cluster. Where namespaces are configured each has lanes of its own, because a credential for some
 * of them may not list all.
 *
 * @internal
 */
export function workloadLanes(namespaces: readonly string[]): WorkloadLane[] {
  const places = namespaces.length > 0 ? namespaces : [undefined];
  return places.flatMap(namespace =>
    workloadKinds.map(kind => {
      const lane = `${kind.resource}.${kind.group}`;
      return {
        lane: namespace ? `${lane}/${namespace}` : lane,
        subject: namespace ? `${kind.kind}s in ${namespace}` : `${kind.kind}s`,
        kind,
        ...(namespace && { namespace }),
      };
    }),
  );
}
