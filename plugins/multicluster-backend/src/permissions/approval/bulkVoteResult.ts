import { isError } from '@backstage/errors';
import {
  ApprovalItem,
  BulkVoteResult,
} from '@fairway/backstage-plugin-multicluster-common';
import { toAnswer } from '../../router/toAnswer';

const STATUS: Record<string, number> = {
  InputError: 400,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/** One of several votes, as a request of its own would have been answered. */
export async function bulkVoteResult(
  id: string,
  vote: () => Promise<ApprovalItem>,
): Promise<BulkVoteResult> {
  try {
    return { id, status: 200, item: await vote() };
  } catch (thrown) {
    const error = toAnswer(thrown);
    if (!isError(error)) {
      throw error;
    }
    return {
      id,
      status: Number(error.statusCode ?? STATUS[error.name] ?? 500),
      error: {
        code: typeof error.code === 'string' ? error.code : 'unforeseen',
        message: error.message,
      },
    };
  }
}
