import {
  Gate,
  IdentityMode,
} from '@fairway/backstage-plugin-multicluster-common';
import { GateCapability } from '@fairway/backstage-plugin-multicluster-node';
import { RequestDraft } from '../engine/ApprovalEngine';

/** Modes in which the tool sees the person who decides. */
const AS_PERSON: readonly IdentityMode[] = ['user-token', 'impersonated'];

/**
 * How a decision comes to a gate of a tool. Where nothing but a link leads there, or where the tool would see an account that
 * everybody shares instead of the person, no votes are collected.
 */
export function deliveryOfGate(
  capabilities: GateCapability[],
  gate: Pick<Gate, 'identityModes'>,
): Pick<RequestDraft, 'identityMode' | 'delivery'> {
  const approve = capabilities.find(
    ({ verdict, available }) => verdict === 'approve' && available,
  );
  const mode = approve?.identityModes.find(
    candidate =>
      AS_PERSON.includes(candidate) && gate.identityModes.includes(candidate),
  );
  return approve && mode
    ? { identityMode: mode, delivery: approve.delivery }
    : { identityMode: 'deep-link', delivery: 'none' };
}
