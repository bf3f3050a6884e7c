import { TestApiProvider } from '@backstage/test-utils';
import { ApprovalsApi } from '@fairway/backstage-plugin-multicluster-common';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { BoundAct, useApprovalActs } from './useApprovalActs';

const first = { id: 'r1', etag: 'r1.1.1', subjectDigest: 'a'.repeat(64) };
const second = { id: 'r1', etag: 'r1.2.4', subjectDigest: 'b'.repeat(64) };
const approve: BoundAct['act'] = { kind: 'vote', decision: 'approve' };

function acting(api: Partial<ApprovalsApi>) {
  const fake = fakeApi<ApprovalsApi>(api);
  return renderHook(() => useApprovalActs(() => {}), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[[approvalsApiRef, fake]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

describe('useApprovalActs', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends a vote that got no answer once more on what was looked at, and not on what is there by then', async () => {
    const vote = jest.fn<
      ReturnType<ApprovalsApi['vote']>,
      Parameters<ApprovalsApi['vote']>
    >(async () => buildApproval());
    vote.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { result, rerender } = acting({ vote });
    let running: Promise<unknown> | undefined;
    act(() => {
      running = result.current.run({ act: approve, on: first });
    });
    await waitFor(() => expect(result.current.state.status).toBe('confirming'));
    rerender();
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
      await running;
    });
    expect(vote).toHaveBeenCalledTimes(2);
    for (const [id, input, options] of vote.mock.calls) {
      expect([id, input.subjectDigest, options.ifMatch]).toEqual([
        'r1',
        first.subjectDigest,
        first.etag,
      ]);
    }
    const [[, , one], [, , two]] = vote.mock.calls;
    expect(two.idempotencyKey).toBe(one.idempotencyKey);
  });

  it.each([
    ['withdrawVote', { kind: 'withdraw' }],
    ['recall', { kind: 'recall' }],
    ['breakGlass', { kind: 'break-glass', reason: 'the shop is down' }],
    ['review', { kind: 'review', comment: 'seen' }],
    ['resolve', { kind: 'resolve', action: 'continue', reason: 'seen' }],
  ] as const)('does %s on what it is given', async (method, asked) => {
    const called = jest.fn(async () => buildApproval());
    const { result } = acting({ [method]: called });
    await act(async () => {
      await result.current.run({ act: asked, on: second });
    });
    const [id, ...rest] = called.mock.calls[0] as unknown[];
    expect(id).toBe('r1');
    expect(rest[rest.length - 1]).toMatchObject({ ifMatch: second.etag });
  });
});
