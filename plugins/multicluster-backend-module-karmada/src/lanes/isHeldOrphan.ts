import { PlacementFact } from '@fairway/backstage-plugin-multicluster-node';
import { BindingNative } from '../native/BindingNative';

/** Stays held although no policy and no other controller has it any more. @internal */
export function isHeldOrphan({
  policyId,
  dependency,
  native,
}: PlacementFact<BindingNative>): boolean {
  return Boolean(native.hold) && !policyId && !dependency && !native.own;
}
