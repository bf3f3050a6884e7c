import { recording } from '../__fixtures__/recording';
import { Replay } from '../__fixtures__/replay';

describe('a rollout and a scale-up, as recorded', () => {
  const replay = Replay.of(recording('canary-rollout-and-scale'));

  it('takes the Deployment through its first placement, an image and a scale-up without a false alarm', () => {
    expect(replay.labels('canary-deployment', 'member1')).toEqual([
      '-',
      'pending',
      'rolling-out',
      'healthy',
      'rolling-out',
    ]);
    expect(replay.labels('canary-deployment', 'member2')).toEqual([
      '-',
      'pending',
      'rolling-out',
      'healthy',
      'rolling-out',
    ]);
    expect(replay.summaries('canary-deployment')).toEqual(['progressing']);
  });
});
