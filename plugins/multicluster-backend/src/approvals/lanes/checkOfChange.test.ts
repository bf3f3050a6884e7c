import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { checkOfChange } from './checkOfChange';

describe('checkOfChange', () => {
  const held = { outcome: 'applied', sentence: sentence('lane.held') } as const;
  const refused = {
    outcome: 'refused',
    sentence: sentence('lane.unsaid'),
  } as const;

  it.each([
    ['a change that was made is said as it was told', held, {}, 'lane.held'],
    [
      'a trial does not say that anything is held now',
      held,
      { trial: true },
      'lane.wouldBeTaken',
    ],
    [
      'what a trial was refused for is said as it was told',
      refused,
      { trial: true },
      'lane.unsaid',
    ],
  ])('%s', (_, result, options, code) => {
    expect(checkOfChange(result, options)).toMatchObject({
      ok: result === held,
      sentence: { code },
    });
  });
});
