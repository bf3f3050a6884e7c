import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';

/** What of a run is a matter of configuration. @internal */
export interface DeriveOptions {
  /** Ways to decide a gate, best first. */
  identityModes: IdentityMode[];
}
