import { QuorumProgress } from '@fairway/backstage-plugin-multicluster-common';
import { afterVote, VoteSituation } from './afterVote';

function progress(needed: number, counted: number): QuorumProgress {
  return {
    met: counted >= needed,
    rule: {
      kind: 'atLeast',
      needed,
      counted: Array.from({ length: counted }, (_, n) => `user:default/${n}`),
      of: { owners: true },
    },
  };
}

const last: VoteSituation = {
  policy: { rejections: 2, recallMs: 10_000 },
  met: false,
  approved: progress(2, 2),
  rejections: 1,
  open: true,
};

describe('afterVote', () => {
  it.each<[string, 'approve' | 'reject', Partial<VoteSituation>, string]>([
    [
      'how many more it takes',
      'approve',
      { approved: progress(3, 1) },
      'After yours it waits for 2 more approvals',
    ],
    [
      'that it is the last one, and how long it can be taken back',
      'approve',
      {},
      'Yours is the last approval it needs; it can be taken back for 10 s',
    ],
    [
      'that enough have approved already',
      'approve',
      { met: true, open: false },
      'Enough have approved already; yours is noted beside theirs',
    ],
    [
      'that nothing can be taken back',
      'approve',
      { policy: { rejections: 1, recallMs: 0 } },
      'Yours is the last approval it needs, and cannot be taken back',
    ],
    [
      'that it waits although it is decided',
      'approve',
      { open: false },
      'Yours is the last approval it needs; it then waits until it may take effect',
    ],
    [
      'that a rejection ends it, whatever the windows',
      'reject',
      { open: false },
      'Yours ends it; it can be taken back for 10 s',
    ],
    [
      'that it takes another rejection',
      'reject',
      { rejections: 0 },
      'After yours it takes one more rejection to end it',
    ],
  ])('says %s', (_, decision, more, text) => {
    expect(afterVote(decision, { ...last, ...more }).text).toBe(text);
  });
});
