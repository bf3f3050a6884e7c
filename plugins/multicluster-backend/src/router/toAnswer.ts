import { isError } from '@backstage/errors';

/** What the plugin and Backstage throw for callers to read; each has a status of its own. */
const MEANT = new Set([
  'ApprovalError',
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotModifiedError',
  'ServiceUnavailableError',
  'TooManyHooksError',
  'TooManyLogsError',
  'TooManyQuestionsError',
]);

/**
 * An error as its caller may read it.
 *
 * @remarks
 * Whatever was not foreseen keeps its text to the audit log: an error of the database quotes the statement with its values,
 * which are other people's workloads, and an error of another back end quotes its answer.
 */
export function toAnswer(error: unknown): unknown {
  return isError(error) && MEANT.has(error.name)
    ? error
    : Object.assign(new Error('The request failed for an unforeseen reason'), {
        code: 'unforeseen',
      });
}
