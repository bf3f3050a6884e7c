import {
  PipelineLive,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RawApplication, RawLiveState } from '../wire/messages';
import { deployTargetsOf } from './deployTargetsOf';
import { projectClassicResources } from './projectClassicResources';
import { projectResourceStates } from './projectResourceStates';
import { textUpTo } from './textUpTo';

/** `model.ApplicationSyncStatus` OUT_OF_SYNC. */
const OUT_OF_SYNC = 3;

/** Characters of a diff; nobody reads more, and it is kept in memory for all who look. */
const LONGEST_DIFF = 200_000;

/**
 * What PipeCD says is deployed, with the diff while it differs.
 *
 * @remarks
 * Health is rolled up from the resources: the snapshot's own may lag a batch of events behind, or be missing, and is HEALTHY
 * where there is nothing. A deploy target of the application without any resource is shown as such.
 *
 * @param raw - undefined when none was reported yet
 * @param application - the application it belongs to
 * @internal
 */
export function projectLiveState(
  raw: RawLiveState | undefined,
  application: RawApplication = {},
): PipelineLive {
  const { status, reason } = application.sync_state ?? {};
  const diff =
    status === OUT_OF_SYNC ? textUpTo(LONGEST_DIFF, reason) : undefined;
  if (!raw) {
    return {
      sentence: sentence('run.live.none'),
      ...(diff && { diff }),
      targets: [],
    };
  }
  const targets = raw.application_live_state
    ? projectResourceStates(
        raw.application_live_state.resources ?? [],
        application.deploy_targets_by_plugin
          ? deployTargetsOf(application)
          : [],
      )
    : projectClassicResources(raw);
  const empty = targets.every(({ resources }) => resources.length === 0);
  return {
    ...(empty && { sentence: sentence('run.live.empty') }),
    ...(diff && { diff }),
    targets,
  };
}
