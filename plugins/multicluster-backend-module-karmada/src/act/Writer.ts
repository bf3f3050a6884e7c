import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import {
  ImpersonatedUser,
  KubernetesTransport,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** Somebody as whom writes are sent. @internal */
export interface Writer {
  transport: KubernetesTransport;
  /** Absent: as the credential itself. */
  as?: ImpersonatedUser;
  actedAs: { mode: IdentityMode; nativeId?: string };
}
