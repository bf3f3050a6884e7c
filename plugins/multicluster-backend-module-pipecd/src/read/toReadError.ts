import { status } from '@grpc/grpc-js';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { PipecdError } from '../wire/PipecdError';

/** An error for whoever asked, which names who refused and holds nothing of the control plane's own words. @internal */
export function toReadError(error: unknown): unknown {
  if (!(error instanceof PipecdError)) {
    return error;
  }
  if (error.grpc === status.NOT_FOUND) {
    return new NotFoundError('PipeCD does not know this');
  }
  const foreign =
    error.grpc === status.INVALID_ARGUMENT && /belong/.test(error.details);
  if (error.grpc === status.PERMISSION_DENIED || foreign) {
    return new NotAllowedError(
      'PipeCD does not let the portal read this: its role or API key is not enough',
    );
  }
  return new ServiceUnavailableError(`PipeCD did not answer: ${error.problem}`);
}
