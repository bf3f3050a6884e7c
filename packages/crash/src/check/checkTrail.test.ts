import { Act } from './Act';
import { checkTrail } from './checkTrail';
import { ClientEntry } from './ClientEntry';

const run = 'r1';
const request = '1';

/** Words of one line: `ann asks approve`, `ann has approve`, `trail ann:approve bob:reject`. */
function logOf(lines: string[]): ClientEntry[] {
  return lines.map((line, at): ClientEntry => {
    const [voter, does, ...more] = line.split(' ');
    if (voter === 'trail') {
      const written = [does, ...more].filter(Boolean).map(said => {
        const [who, what] = said.split(':');
        return { voter: who, act: what as Act };
      });
      return { at, run, kind: 'trail', request, written };
    }
    const said = { at, run, voter, act: more[0] as Act };
    return does === 'asks'
      ? { ...said, kind: 'asked' }
      : { ...said, kind: 'accepted', subject: 'v1', request };
  });
}

const approves = ['ann asks approve', 'ann has approve'];
const takesBack = ['ann asks take-back', 'ann has take-back'];

describe('checkTrail', () => {
  it.each([
    ['everything is written', [...approves, 'trail ann:approve']],
    [
      'an answer was lost on its way, and it is written',
      ['ann asks approve', 'trail ann:approve'],
    ],
    [
      'an answer was lost on its way, and it is not written',
      ['ann asks approve', 'trail'],
    ],
    [
      'somebody said again what they had said',
      [...approves, ...approves, 'trail ann:approve'],
    ],
    [
      'somebody took it back and said it again',
      [...approves, ...takesBack, ...approves].concat(
        'trail ann:approve ann:take-back ann:approve',
      ),
    ],
    ['nobody could read the trail', approves],
  ])('finds nothing wrong where %s', (_, lines) => {
    expect(checkTrail(run, logOf(lines))).toEqual([]);
  });

  it.each([
    ['a vote is not written', [...approves, 'trail'], ['unwritten']],
    [
      'a vote is written as the other one',
      [...approves, 'trail ann:reject'],
      ['unwritten', 'written-twice'],
    ],
    [
      'a vote is written as that of somebody else',
      [...approves, 'trail bob:approve'],
      ['unwritten', 'written-twice'],
    ],
    [
      'the second of two times is not written',
      [...approves, ...takesBack, ...approves].concat(
        'trail ann:approve ann:take-back',
      ),
      ['unwritten'],
    ],
    [
      'what was asked for once is written twice',
      [...approves, 'trail ann:approve ann:approve'],
      ['written-twice'],
    ],
  ])('tells that %s', (_, lines, rules) => {
    const found = checkTrail(run, logOf(lines));
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });
});
