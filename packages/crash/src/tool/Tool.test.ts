import { checkTwice } from '../check/checkTwice';
import { Sequence } from '../lib/Sequence';
import { Tool } from './Tool';

const key = 'r1';

function toolOf(...voters: string[]): Tool {
  const tool = Tool.create(Sequence.create());
  tool.start({ key, pipeline: 'delivery', gate: 'tool', needed: 2 });
  voters.forEach(voter => decide(tool, voter));
  return tool;
}

function decide(tool: Tool, voter: string) {
  return tool.decide({ run: key, voter, verdict: 'approve' });
}

describe('Tool', () => {
  it('counts until it has enough, and writes down what comes after that', () => {
    const tool = toolOf('ann', 'bob');
    expect(decide(tool, 'ann')).toBe('late');
    expect(tool.run(key)).toMatchObject({
      state: 'succeeded',
      decisions: [{ voter: 'ann' }, { voter: 'bob' }],
    });
    expect(tool.close(key)).toEqual([
      { at: 1, kind: 'counted', run: key, voter: 'ann', verdict: 'approve' },
      { at: 2, kind: 'counted', run: key, voter: 'bob', verdict: 'approve' },
      { at: 3, kind: 'late', run: key, voter: 'ann', verdict: 'approve' },
    ]);
    expect(tool.left).toEqual([]);
  });

  it('keeps when each decision came, before it has its effect', () => {
    const tool = toolOf();
    tool.came(key);
    decide(tool, 'ann');
    expect(tool.sent).toEqual([{ at: 1, source: 'tool', run: key }]);
    expect(tool.close(key)).toMatchObject([{ at: 2, voter: 'ann' }]);
  });

  it.each([
    ['nothing wrong where another decides too late', 'cleo', []],
    ['that a decision came again', 'ann', ['ann']],
  ])('lets the checker tell, of a run that was over, %s', (_, voter, found) => {
    const tool = toolOf('ann', 'bob');
    tool.close(key);
    decide(tool, voter);
    expect(checkTwice(tool.left).map(one => one.voter)).toEqual(found);
  });
});
