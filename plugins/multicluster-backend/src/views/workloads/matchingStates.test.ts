import { matchingStates } from './matchingStates';

describe('matchingStates', () => {
  it.each([
    ['degraded', false, ['degraded'], []],
    ['UNHEALTHY', false, [], ['unhealthy']],
    ['*healthy', false, [], ['unhealthy', 'healthy']],
    ['un*', false, ['unscheduled'], ['unhealthy', 'unknown']],
    ['degrade?', false, ['degraded'], []],
    ['degrade?', true, [], []],
    ['nonsense', false, [], []],
  ])(
    'takes %j (literal: %s) for placements in %j and targets in %j',
    (text, literal, summaries, targets) => {
      expect(matchingStates({ text, literal })).toMatchObject({
        summaries,
        targets,
      });
    },
  );
});
