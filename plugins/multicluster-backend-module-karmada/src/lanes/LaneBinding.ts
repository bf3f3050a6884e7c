import { PlacementFact } from '@fairway/backstage-plugin-multicluster-node';
import { BindingNative } from '../native/BindingNative';

/** A binding that a policy claims, as it is now. @internal */
export interface LaneBinding {
  fact: PlacementFact<BindingNative>;
  /** Asks for its dependencies to follow it. */
  propagatesDependencies: boolean;
  /** What follows it; absent: Karmada has not yet written that down. */
  dependencies?: Array<{
    apiVersion: string;
    kind: string;
    namespace: string;
    /** Empty: chosen by label. */
    name: string;
  }>;
}
