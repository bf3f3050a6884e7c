import { status } from '@grpc/grpc-js';
import { recorded } from '../__testUtils__/recorded';
import { toPipecdError } from '../wire/toPipecdError';
import { explainError } from './explainError';

const acting = { mode: 'impersonated' as const, user: 'mallory' };
const explain = (code: number, details: string, written = true) =>
  explainError(
    toPipecdError({ code, details }, 'ApproveStage'),
    acting,
    written,
  );

describe('explainError', () => {
  it.each([
    [
      7,
      "You can't approve this deployment because you (mallory) are not in the approver list: [bob]",
      'not-approver',
    ],
    [7, 'Permission Denied', 'not-permitted'],
    [
      7,
      "Requested deployment doesn't belong to the project you logged in",
      'not-permitted',
    ],
    [
      9,
      'Could not approve the stage because it was already completed',
      'already-decided',
    ],
    [9, 'The stage was not found in the deployment', 'not-found'],
    [
      9,
      'could not cancel the deployment because it was already completed',
      'conflict',
    ],
    [5, 'Deployment is not found', 'not-found'],
    [
      3,
      'Requested application does not belong to your project',
      'not-permitted',
    ],
    [3, 'invalid request: invalid ApproveStageRequest', 'invalid-input'],
    [12, 'unknown method ApproveStage', 'unsupported'],
  ])('reads %d %j as refused: %s', (code, details, expected) => {
    expect(explain(code, details)).toMatchObject({
      outcome: 'refused',
      code: expected,
      retryable: false,
      actedAs: { mode: 'impersonated', nativeId: 'mallory' },
    });
  });

  it('repeats nothing of a list of approvers, which may be that of another project', () => {
    const listed = recorded('auth-errors').find(({ error }) =>
      error?.details.includes('approver list'),
    )!;

    expect(listed.error!.details).toContain('bob');
    expect(
      JSON.stringify(explain(listed.error!.code, listed.error!.details)),
    ).not.toContain('bob');
  });

  it('reads a credential that was refused twice as a failure of the portal', () => {
    expect(explain(16, 'Unauthenticated')).toMatchObject({
      outcome: 'failed',
      code: 'not-authenticated',
      retryable: false,
    });
  });

  it.each([
    [status.UNAVAILABLE, 'Connection dropped'],
    [status.DEADLINE_EXCEEDED, 'Deadline exceeded'],
    [status.INTERNAL, 'Failed to add command'],
    [status.UNKNOWN, ''],
  ])('does not know what became of a write after %d %j', (code, details) => {
    expect(explain(code, details)).toMatchObject({
      outcome: 'ambiguous',
      retryable: false,
    });
    expect(explain(code, details, false)).toMatchObject({
      outcome: 'failed',
      code: 'upstream-unavailable',
      retryable: true,
    });
  });

  it('knows that nothing was taken where no connection was ever made', () => {
    expect(
      explain(status.UNAVAILABLE, 'No connection established. Last error: x'),
    ).toMatchObject({ outcome: 'failed', retryable: true });
  });
});
