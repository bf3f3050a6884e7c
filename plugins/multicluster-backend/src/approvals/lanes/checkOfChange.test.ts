import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { checkOfChange } from './checkOfChange';

describe('checkOfChange', () => {
  const result = {
    actedAs: { mode: 'impersonated' as const },
    retryable: false,
  };
  const held: ActionResult = {
    ...result,
    outcome: 'applied',
    sentence: sentence('lane.held'),
  };
  const elsewhere: ActionResult = {
    ...result,
    outcome: 'requested',
    sentence: sentence('lane.disarmed.elsewhere', { managers: 'argo' }),
  };
  const refused: ActionResult = {
    ...result,
    outcome: 'refused',
    sentence: sentence('lane.unsaid'),
  };

  it.each([
    ['a change that was made is said as it was told', held, {}, 'lane.held'],
    [
      'that somebody else goes on holding is said as it was told once it was made',
      elsewhere,
      {},
      'lane.disarmed.elsewhere',
    ],
    [
      'a trial does not say that anything is held now',
      held,
      { trial: true },
      'lane.wouldBeTaken',
    ],
    [
      'a trial tells that somebody else would go on holding',
      elsewhere,
      { trial: true },
      'lane.wouldStayHeld',
    ],
    [
      'what a trial was refused for is said as it was told',
      refused,
      { trial: true },
      'lane.unsaid',
    ],
  ])('%s', (_, answer, options, code) => {
    expect(checkOfChange(answer, options)).toMatchObject({
      ok: answer !== refused,
      sentence: { code },
    });
  });
});
