import {
  PipelineLive,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipelineLiveRequest } from '@fairway/backstage-plugin-multicluster-node';
import { projectLiveState } from '../project/projectLiveState';
import { ProjectReader } from '../ProjectReader';
import { toReadError } from './toReadError';

const CALL = 'GetApplicationLiveState';

/**
 * What is deployed by deploy target, and how it differs from the repository.
 *
 * @throws NotAllowedError, NotFoundError or ServiceUnavailableError that names who refused
 * @internal
 */
export async function readLive(
  reader: ProjectReader,
  { pipeline, deadlineMs, signal }: PipelineLiveRequest,
): Promise<PipelineLive> {
  const options = { deadlineMs, signal };
  try {
    const [application, state] = await Promise.all([
      reader.application(pipeline.key, options),
      reader.liveState(pipeline.key, options),
    ]);
    const live = projectLiveState(state, application);
    return reader.gaps.has(CALL)
      ? {
          ...live,
          sentence: sentence('pipecd.gap.notServed', { call: CALL }),
        }
      : live;
  } catch (error) {
    throw toReadError(error);
  }
}
