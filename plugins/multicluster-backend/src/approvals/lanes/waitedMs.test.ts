import { waitedMs } from './waitedMs';

describe('waitedMs', () => {
  it.each`
    waiting                       | now        | waited    | why
    ${undefined}                  | ${100_000} | ${0}      | ${'this is the first look'}
    ${{ ms: 0, at: 99_000 }}      | ${100_000} | ${1_000}  | ${'it waited a second ago'}
    ${{ ms: 9_000, at: 70_000 }}  | ${100_000} | ${39_000} | ${'looks were as far apart as they get'}
    ${{ ms: 9_000, at: 69_999 }}  | ${100_000} | ${0}      | ${'nobody looked in between'}
    ${{ ms: 9_000, at: 100_001 }} | ${100_000} | ${0}      | ${'the clock went back'}
    ${{ since: 3 }}               | ${100_000} | ${0}      | ${'it was noted by another version'}
  `('is $waited where $why', ({ waiting, now, waited }) => {
    expect(waitedMs({ memory: waiting && { waiting } }, now)).toBe(waited);
  });
});
