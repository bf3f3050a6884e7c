import type { ControlPlane } from '../controlplane/ControlPlane';
import { ApplicationKind } from '../model/enums';
import type { Application, Commit } from '../model/messages';
import type { ApplicationSpec } from './ApplicationSpec';
import type { DeployTarget } from './DeployTarget';
import { driftOf } from './driftOf';
import { liveStateOf } from './liveStateOf';

/** What is known of an application where its states are made. */
export interface Deployed {
  controlPlane: ControlPlane;
  version: 'v0' | 'v1';
  application: Application;
  spec: ApplicationSpec;
  target: DeployTarget;
  /** The commit that was deployed last with success. */
  running: Commit | undefined;
  head: Commit;
}

/**
 * Reports live state and sync state. A v1 piped reports the sync state each time, which moves `updated_at` of the
 * application; a v0 piped when it changes.
 */
export function reportState(deployed: Deployed): void {
  const { controlPlane, version, application, spec, target } = deployed;
  if (application.kind === ApplicationKind.TERRAFORM) {
    return;
  }
  const { running, head } = deployed;
  const now = controlPlane.now();
  const manifests = spec.manifests?.(running ?? head) ?? [];
  const wanted = spec.manifests?.(head) ?? [];
  if (manifests.length > 0) {
    controlPlane.liveStates.set(
      application.id,
      liveStateOf({ application, version, manifests, target, now }),
    );
  }
  const state = driftOf({ manifests: wanted, target, head, now });
  const { status, reason } = application.sync_state ?? {};
  if (version === 'v1' || state.status !== status || state.reason !== reason) {
    controlPlane.changeApplication(application.id, draft => {
      draft.sync_state = state;
    });
  }
}
