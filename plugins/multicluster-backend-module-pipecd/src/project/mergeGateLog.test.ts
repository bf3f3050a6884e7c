import { mergeGateLog } from './mergeGateLog';

describe('mergeGateLog', () => {
  it('keeps what a killed piped lost, and adds what is new behind it', () => {
    const before = {
      minimum: 2,
      approvals: [{ name: 'alice', at: 5 }],
    };
    const read = { approvals: [{ name: 'bob' }, { name: 'alice', at: 9 }] };
    expect(mergeGateLog(before, read)).toEqual({
      minimum: 2,
      approvals: [{ name: 'alice', at: 5 }, { name: 'bob' }],
    });
  });

  it('is the same when the same is read again', () => {
    const log = {
      minimum: 1,
      approvals: [{ name: 'a' }],
      enough: true as const,
    };
    expect(mergeGateLog(log, log)).toEqual(log);
  });

  it('begins with what is read first', () => {
    expect(mergeGateLog(undefined, { approvals: [] })).toEqual({
      approvals: [],
    });
  });
});
