import { checkTurn, Turn } from './checkTurn';

type Case = [Turn['answered'], isHeld: boolean, shown: Turn['shown']];

const rulesOf = ([answered, isHeld, shown]: Case) =>
  checkTurn({ lane: 'l1', isHeld, shown, ...(answered && { answered }) }).map(
    ({ rule }) => rule,
  );

describe('checkTurn', () => {
  it.each<[string, Case]>([
    ['it was armed, as was answered', ['arm', true, 'armed']],
    ['it was disarmed, as was answered', ['disarm', false, 'open']],
    ['nobody was answered, and it is armed', [undefined, true, 'armed']],
    [
      'it was held and nobody came to note it, which is said',
      [undefined, true, 'unbooked'],
    ],
    [
      'it was let go and nobody came to note it, which is said',
      [undefined, false, 'lifted'],
    ],
    ['nobody was answered, and nothing was done', [undefined, false, 'open']],
  ])('finds nothing wrong where %s', (_, turn) => {
    expect(rulesOf(turn)).toEqual([]);
  });

  it.each<[string, Case, string[]]>([
    [
      'it was answered to be armed, and nobody knows of that',
      ['arm', true, 'unbooked'],
      ['undone'],
    ],
    [
      'it was answered to be armed, and is not held',
      ['arm', false, 'lifted'],
      ['undone'],
    ],
    [
      'it was answered to be disarmed, and counts as armed',
      ['disarm', false, 'lifted'],
      ['undone'],
    ],
    [
      'it was answered to be disarmed, and is held',
      ['disarm', true, 'armed'],
      ['undone'],
    ],
    [
      'it is held, and nobody knows',
      [undefined, true, 'open'],
      ['unknown-hold'],
    ],
    [
      'it is not held, and reads so',
      [undefined, false, 'armed'],
      ['unknown-hold'],
    ],
    [
      'the portal does not know the lane',
      [undefined, false, 'other'],
      ['unknown-hold'],
    ],
  ])('tells that %s', (_, turn, rules) => {
    expect(rulesOf(turn)).toEqual(rules);
  });
});
