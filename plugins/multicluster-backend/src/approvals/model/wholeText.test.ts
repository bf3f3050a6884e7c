import { draftOf } from '../__testUtils__/draftOf';
import { VoteCommand } from '../engine/ApprovalEngine';
import { voteRecordOf } from '../engine/voteRecordOf';
import { RequestChange } from '../store/RequestChange';
import { wholeText } from './wholeText';

describe('wholeText', () => {
  it.each([
    ['x'.repeat(4096), 'x'.repeat(4096)],
    [` ${'🚢'.repeat(4096)} `, '🚢'.repeat(4096)],
    ['  ', ''],
    [undefined, ''],
  ])('keeps all that the API takes', (said, kept) => {
    expect(wholeText(said)).toBe(kept);
  });

  it('refuses what is longer instead of cutting it', () => {
    expect(() => wholeText('x'.repeat(4097))).toThrow(/at most 4096/);
  });

  it('keeps the whole comment of a vote', () => {
    const comment = 'x'.repeat(4096);
    const change = { request: draftOf('gate'), votes: [], now: 0 };
    const vote = voteRecordOf(
      change as unknown as RequestChange,
      { by: { userEntityRef: 'user:default/ann' }, comment } as VoteCommand,
      [],
    );
    expect(vote.comment).toBe(comment);
  });
});
