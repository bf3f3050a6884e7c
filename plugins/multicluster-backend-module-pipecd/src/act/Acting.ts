import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';

/** As whom something is done. @internal */
export interface Acting {
  mode: IdentityMode;
  /** As PipeCD records it; undefined for an API key, of which it records the id. */
  user?: string;
}
