import { deployment, stage } from '../__fixtures__/objects';
import { gateLogsToRead } from './gateLogsToRead';

describe('gateLogsToRead', () => {
  const gate = (status: number) =>
    deployment({ stages: [stage('WAIT_APPROVAL', status, 10, { id: 'g' })] });

  it.each([
    ['one that waits, again and again', 1, { enough: true as const }, ['g']],
    ['none that has not begun', 0, undefined, []],
    ['one that is over and was never read', 2, undefined, ['g']],
    [
      'none that is over and said how it ended',
      2,
      { enough: true as const },
      [],
    ],
    ['none that timed out and said so', 3, { timedOut: '1h' }, []],
    ['one that was stopped while it had not said so', 4, { minimum: 2 }, ['g']],
  ])('names %s', (_, status, log, expected) => {
    const learnt = log ? { g: { approvals: [], ...log } } : undefined;
    expect(gateLogsToRead(gate(status), learnt)).toEqual(expected);
  });

  it('reads no log of a plugin with a stage of its own, which may print anything', () => {
    const own = stage('MY_GATE', 1, 10, { available_operation: 2 });
    expect(gateLogsToRead(deployment({ stages: [own] }))).toEqual([]);
  });
});
