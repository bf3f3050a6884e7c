import { approvalLook } from './approvalLook';

const halted = (code: string) => ({
  sentence: { code, params: {}, text: '' },
  owners: [],
  may: [],
});

describe('approvalLook', () => {
  it.each`
    state        | halt                            | tone
    ${'pending'} | ${undefined}                    | ${'hold'}
    ${'halted'}  | ${halted('lane.halted.person')} | ${'hold'}
    ${'halted'}  | ${halted('lane.halted.slow')}   | ${'bad'}
    ${'applied'} | ${undefined}                    | ${'ok'}
    ${'newer'}   | ${undefined}                    | ${'warn'}
  `('of $state is $tone', ({ state, halt, tone }) => {
    expect(approvalLook({ state, halted: halt }).tone).toBe(tone);
  });
});
