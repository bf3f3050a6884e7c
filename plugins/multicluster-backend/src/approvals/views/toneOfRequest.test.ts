import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { toneOfRequest } from './toneOfRequest';

const halted = (code: string) => ({
  sentence: { ...sentence('lane.halted.person', { wave: 2 }), code },
  owners: [],
  may: [],
});

describe('toneOfRequest', () => {
  it.each`
    state        | halt                            | tone
    ${'pending'} | ${undefined}                    | ${'hold'}
    ${'halted'}  | ${undefined}                    | ${'bad'}
    ${'halted'}  | ${halted('lane.halted.person')} | ${'hold'}
    ${'halted'}  | ${halted('lane.halted.slow')}   | ${'bad'}
    ${'failed'}  | ${halted('lane.halted.person')} | ${'bad'}
  `('of $state is $tone', ({ state, halt, tone }) => {
    expect(toneOfRequest({ state, halted: halt })).toBe(tone);
  });
});
