import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { PipelineFact } from '@fairway/backstage-plugin-multicluster-node';
import { RawApplication } from '../wire/messages';
import { textUpTo } from './textUpTo';

/** `model.ApplicationSyncStatus`. */
const SYNCED = 1;
const DEPLOYING = 2;
const OUT_OF_SYNC = 3;
const INVALID_CONFIG = 4;

/**
 * Whether what is deployed is what the repository says. `timestamp` is left out: a v1 piped stamps it anew each minute. The
 * diff is left to the live view, it may be long.
 *
 * @internal
 */
export function projectSyncState({
  deploying,
  sync_state: state,
}: Pick<RawApplication, 'deploying' | 'sync_state'>): PipelineFact['sync'] {
  const reason = textUpTo(200, state?.short_reason);
  if (deploying || state?.status === DEPLOYING) {
    return { status: 'deploying' };
  }
  switch (state?.status) {
    case SYNCED:
      return { status: 'synced' };
    case OUT_OF_SYNC:
      return {
        status: 'out-of-sync',
        sentence: reason
          ? sentence('run.sync.differsBy', { reason })
          : sentence('run.sync.differs'),
      };
    case INVALID_CONFIG:
      return {
        status: 'unknown',
        sentence: reason
          ? sentence('run.sync.invalidBy', { reason })
          : sentence('run.sync.invalid'),
      };
    default:
      return { status: 'unknown' };
  }
}
