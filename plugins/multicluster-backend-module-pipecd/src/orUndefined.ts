import { status } from '@grpc/grpc-js';
import { PipecdError } from './wire/PipecdError';

/** What a call gives; undefined where PipeCD says that there is no such thing. @internal */
export async function orUndefined<T>(
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof PipecdError && error.grpc === status.NOT_FOUND) {
      return undefined;
    }
    throw error;
  }
}
