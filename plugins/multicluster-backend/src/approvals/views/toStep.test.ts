import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { StepRecord } from '../model/StepRecord';
import { toStep } from './toStep';

const asked = sentence('lane.halted.person', { wave: 2 });
const refused = sentence('approval.step.refused', { reason: 'no' });
const step: StepRecord = {
  id: 's1',
  deliveryId: 'd1',
  requestId: 'r1',
  generation: 1,
  ordinal: 0,
  key: 'continue/2',
  title: 'x',
  state: 'halted',
  identity: { mode: 'service' },
  idempotencyKey: 'k',
  fence: 1,
  attempts: 0,
  failures: 0,
};

describe('toStep', () => {
  it.each`
    what                                    | state         | said       | told
    ${'that somebody is waited for'}        | ${'halted'}   | ${asked}   | ${asked}
    ${'nobody asked for what was given up'} | ${'recalled'} | ${asked}   | ${undefined}
    ${'why what failed did'}                | ${'failed'}   | ${refused} | ${refused}
    ${'why what was given up had halted'}   | ${'recalled'} | ${refused} | ${refused}
  `('tells $what', ({ state, said, told }) => {
    expect(toStep({ ...step, state, sentence: said }).sentence).toEqual(told);
  });
});
