import { approvalLook } from './approvalLook';

describe('approvalLook', () => {
  it.each`
    state        | tone      | look
    ${'pending'} | ${'hold'} | ${'hold'}
    ${'halted'}  | ${'hold'} | ${'hold'}
    ${'halted'}  | ${'bad'}  | ${'bad'}
    ${'held'}    | ${'hold'} | ${'hold'}
    ${'applied'} | ${'info'} | ${'ok'}
    ${'newer'}   | ${'hold'} | ${'warn'}
  `('of $state told as $tone is $look', ({ state, tone, look }) => {
    expect(approvalLook({ request: { state }, tone }).tone).toBe(look);
  });
});
