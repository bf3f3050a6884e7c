import { recording } from '../__fixtures__/recording';
import { parseGateLog } from './parseGateLog';

const lines = (...texts: string[]) =>
  parseGateLog(
    texts.map((log, index) => ({ index: 100 + index, log, created_at: 7 })),
  );

/** The last log of a stage in a recording. */
function recordedLog(name: string, stageId: string) {
  const logs = recording(name).flatMap(
    ({ response }) => response?.stage_logs?.[stageId]?.blocks ?? [],
  );
  return parseGateLog(logs);
}

describe('parseGateLog', () => {
  it.each([
    [
      'v0: a name that approves twice counts once',
      'v0-run-two-approvals',
      'gate',
      { minimum: 2, names: ['alice', 'bob'], enough: true },
    ],
    [
      'v0: a time that ran out',
      'v0-run-gate-timeout-rollback',
      'stage-1',
      { minimum: 1, names: [], timedOut: '40s' },
    ],
    [
      'v0: a restart writes the first line again',
      'v0-run-cancelled-no-rollback-asked',
      'gate',
      { minimum: 2, names: ['alice'] },
    ],
    [
      'v1: only the log says who approved before the last one',
      'v1-early-approval-and-piped-restart',
      'bc358404-2a60-4621-b161-35c6089152c8',
      { minimum: 2, names: ['alice'] },
    ],
    [
      'v1: a time that ran out and a cancel read the same',
      'v1-run-cancelled-no-rollback-asked',
      'ab57fb73-7e78-41b0-9059-01f93b29d6ee',
      { minimum: 1, names: [], cancelled: true },
    ],
    [
      'v1: approvals are read again after a kill',
      'v1-piped-killed-while-waiting',
      '95fda8aa-52dc-4422-a3e0-6dd71c509ef7',
      { minimum: 2, names: ['alice', 'bob'], enough: true },
    ],
  ])('%s', (_, name, stageId, { names, ...expected }) => {
    const { approvals, ...log } = recordedLog(name, stageId);
    expect(log).toEqual(expected);
    expect(approvals.map(approval => approval.name)).toEqual(names);
  });

  it('says when an approval was counted', () => {
    expect(lines('Got approval from "alice"').approvals).toEqual([
      { name: 'alice', at: 7 },
    ]);
  });

  it('reads blocks in the order of their index', () => {
    const log = parseGateLog([
      { index: 9, log: 'Got approval from "bob"' },
      { index: 8, log: 'Got approval from "alice"' },
    ]);
    expect(log.approvals).toEqual([{ name: 'alice' }, { name: 'bob' }]);
  });

  it('counts from what is missing when the first line was lost', () => {
    expect(
      lines('Got approval from "alice"', 'Waiting for 1 other approvers...'),
    ).toMatchObject({ minimum: 2 });
  });

  it('takes names from the last line when those before it were lost', () => {
    const log = lines('This stage has been approved by 2 users (carol, alice)');
    expect(log).toEqual({
      approvals: [{ name: 'carol' }, { name: 'alice' }],
      enough: true,
    });
  });

  it.each([
    'echo Got approval from "mallory"',
    'Got approval from "mallory" (dry run)',
    'Approval from the same user (mallory) will not be counted',
    'Waiting for approval from at least 99999 user(s)...',
    'Waiting for approval from at least 0 user(s)...',
    'Timed out',
    '',
  ])('learns nothing from "%s"', line => {
    expect(lines(line)).toEqual({ approvals: [] });
  });
});
