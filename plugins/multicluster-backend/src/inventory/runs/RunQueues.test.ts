import { RunQueues } from './RunQueues';

const queued = (key: string, createdAt: number, status = 'running') => ({
  id: createdAt,
  key,
  createdAt,
  status,
  active: true,
});

describe('RunQueues', () => {
  it('names those ahead oldest first, and by key where two were made at once', () => {
    const queues = new RunQueues();
    queues.put('shop', queued('c', 2, 'pending'));
    queues.put('shop', queued('b', 1));
    queues.put('shop', queued('a', 2, 'pending'));
    queues.put('bank', queued('x', 0));
    expect(queues.ahead('shop', queued('z', 2))).toEqual([
      { key: 'b', status: 'running' },
      { key: 'a', status: 'pending' },
      { key: 'c', status: 'pending' },
    ]);
    expect(queues.ahead('shop', queued('a', 2))).toEqual([
      { key: 'b', status: 'running' },
    ]);
  });

  it('puts one that has begun before another of the same moment that has not, whatever their keys', () => {
    const queues = new RunQueues();
    const [a, b] = [queued('a', 1, 'pending'), queued('b', 1, 'pending')];
    queues.put('shop', a);
    queues.put('shop', b);
    expect(queues.ahead('shop', b)).toEqual([{ key: 'a', status: 'pending' }]);
    const behind = queues.put('shop', { ...b, status: 'running' });
    expect(behind.map(({ key }) => key)).toEqual(['a']);
    expect(queues.ahead('shop', a)).toEqual([{ key: 'b', status: 'running' }]);
    expect(queues.ahead('shop', b)).toEqual([]);
    expect(
      queues.put('shop', { ...b, status: 'succeeded' }).map(({ key }) => key),
    ).toEqual(['a']);
    expect(queues.ahead('shop', a)).toEqual([]);
  });

  it('leaves out what is over, by its status or because the source says so', () => {
    const queues = new RunQueues();
    queues.put('shop', queued('a', 1, 'succeeded'));
    queues.put('shop', { ...queued('b', 2), active: false });
    expect(queues.ahead('shop', queued('z', 3))).toEqual([]);
  });

  it('gives back those behind only when what they see has changed', () => {
    const queues = new RunQueues();
    queues.put('shop', queued('b', 2));
    const keys = (runs: Array<{ key: string }>) => runs.map(({ key }) => key);
    expect(keys(queues.put('shop', queued('a', 1)))).toEqual(['b']);
    expect(keys(queues.put('shop', queued('a', 1)))).toEqual([]);
    expect(keys(queues.put('shop', queued('c', 3)))).toEqual([]);
    expect(keys(queues.put('shop', queued('a', 1, 'waiting')))).toEqual([
      'b',
      'c',
    ]);
    expect(keys(queues.put('shop', queued('a', 1, 'failed')))).toEqual([
      'b',
      'c',
    ]);
    expect(keys(queues.put('shop', queued('a', 1, 'failed')))).toEqual([]);
  });
});
