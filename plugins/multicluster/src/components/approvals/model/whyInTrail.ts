import {
  ApprovalCode,
  approvalCodes,
  AuditEntry,
} from '@fairway/backstage-plugin-multicluster-common';

/** Reasons that the portal notes beside the codes of refusals. */
const WHYS = [
  'subject-changed',
  'policy-changed',
  'not-eligible',
  'crash',
] as const;

/** A reason that is said in words. @internal */
export type TrailWhy = ApprovalCode | (typeof WHYS)[number];

/**
 * Why something was refused, or counts no more, in the payload of an entry of the trail.
 *
 * @returns `known` has words; `text` is one that this version does not know, shown as it is stored
 * @internal
 */
export function whyInTrail(
  payload: AuditEntry['payload'],
): { known: TrailWhy } | { text: string } | undefined {
  const why = payload?.code ?? payload?.why;
  if (typeof why !== 'string' || why === '') {
    return undefined;
  }
  const known = [...approvalCodes, ...WHYS].find(one => one === why);
  return known ? { known } : { text: why };
}
