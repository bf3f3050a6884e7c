import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';
import { Decision } from './Decision';

/**
 * What was decided when an entry of the trail was written: which way the people voted whose steps it is about. Undefined: nothing was,
 * or what it was is erased.
 *
 * @param trail - oldest first
 * @param seq - of the entry
 * @internal
 */
export function decisionBefore(
  trail: Array<Pick<AuditEntry, 'seq' | 'action' | 'payload'>>,
  seq: number,
): Decision | undefined {
  const sealed = trail.filter(
    entry => entry.action === 'request.sealed' && entry.seq < seq,
  );
  const decision = sealed[sealed.length - 1]?.payload?.decision;
  return decision === 'approve' || decision === 'reject' ? decision : undefined;
}
