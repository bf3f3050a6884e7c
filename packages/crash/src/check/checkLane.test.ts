import { PlaneEntry } from '../plane/PlaneEntry';
import { Act } from './Act';
import { checkLane } from './checkLane';
import { ClientEntry } from './ClientEntry';

const run = 'c1';
const subject = 'v1';
const rules = { needed: 2, clusters: ['east', 'west'] };

/** Words of one line: `ann asks approve`, `plane opens east`, `portal shows applied ann bob:reject`. */
function logsOf(lines: string[]): [PlaneEntry[], ClientEntry[]] {
  const plane: PlaneEntry[] = [];
  const client: ClientEntry[] = [];
  lines.forEach((line, at) => {
    const [who, does, what, ...more] = line.split(' ');
    if (who === 'plane') {
      const entries: Record<string, PlaneEntry> = {
        opens: { at, run, kind: 'opened', cluster: what },
        brings: { at, run, kind: 'arrived', cluster: what },
        holds: { at, run, kind: 'held' },
      };
      plane.push(entries[does]);
    } else if (who === 'portal') {
      const votes = more.map(vote => {
        const [voter, act = 'approve'] = vote.split(':');
        return { voter, act: act as Act };
      });
      client.push({ at, run, kind: 'seen', state: what, subject, votes });
    } else {
      const said = { at, run, voter: who, act: what as Act };
      client.push(
        does === 'asks'
          ? { ...said, kind: 'asked' }
          : { ...said, kind: 'accepted', subject, request: '1' },
      );
    }
  });
  return [plane, client];
}

const approves = (voter: string) => [
  `${voter} asks approve`,
  `${voter} has approve`,
];
const both = [...approves('ann'), ...approves('bob')];
const east = ['plane opens east', 'plane brings east'];
const west = ['plane opens west', 'plane brings west'];
const released = [...east, ...west, 'plane holds all'];
const applied = 'portal shows applied ann bob';

describe('checkLane', () => {
  it.each([
    ['it was released cluster by cluster', [...both, ...released, applied]],
    [
      'it was refused, and nothing of it went anywhere',
      ['ann asks reject', 'ann has reject', 'portal shows rejected ann:reject'],
    ],
    [
      'an answer was lost on its way, and the vote counted',
      [...approves('ann'), 'bob asks approve', ...released, applied],
    ],
    [
      'one of them refused it at first',
      ['ann asks reject', 'ann has reject', ...both, ...released, applied],
    ],
    [
      'everything was held between one cluster and the next',
      [
        ...both,
        ...east,
        'plane holds all',
        ...west,
        'plane holds all',
        applied,
      ],
    ],
  ])('finds nothing wrong where %s', (_, lines) => {
    expect(checkLane(run, ...logsOf(lines), rules)).toEqual([]);
  });

  it.each([
    [
      'it was released before there was a second approval',
      [
        ...approves('ann'),
        east[0],
        ...approves('bob'),
        east[1],
        ...west,
      ].concat('plane holds all', applied),
      ['unasked'],
    ],
    [
      'it went out although nobody opened the lane, and nobody approved it',
      ['plane brings east', 'portal shows rejected'],
      ['unasked', 'no-row'],
    ],
    [
      'it was released after somebody had refused it',
      [
        ...both,
        'cleo asks reject',
        'cleo has reject',
        ...released,
        `${applied} cleo:reject`,
      ],
      Array(4).fill('contradicted'),
    ],
    [
      'it was released after one of two had their approval back',
      [
        ...both,
        'bob asks take-back',
        'bob has take-back',
        ...released,
        'portal shows applied ann bob',
      ],
      Array(4).fill('unasked'),
    ],
    [
      'a cluster was released twice',
      [...both, ...east, 'plane holds all', east[0], ...west].concat(
        'plane holds all',
        applied,
      ),
      ['twice'],
    ],
    [
      'the second cluster was opened before the first one had it',
      [...both, 'plane opens east', 'plane opens west', 'plane brings east']
        .concat('plane brings west', 'plane holds all')
        .concat(applied),
      ['early'],
    ],
    [
      'it was released and the portal forgot a vote',
      [...both, ...released, 'portal shows applied ann'],
      [...Array(4).fill('no-row'), 'forgotten'],
    ],
    [
      'approvals that were taken never had their effect',
      [...both, 'portal shows delivering ann bob'],
      ['lost', 'unfinished'],
    ],
    [
      'the second cluster never got it',
      [...both, ...east, 'plane holds all', applied],
      ['lost', 'untold'],
    ],
    ['nobody was ever asked about it', [], ['unfinished']],
  ])('tells that %s', (_, lines, broken) => {
    const violations = checkLane(run, ...logsOf(lines), rules);
    expect(violations.map(({ rule }) => rule)).toEqual(broken);
  });
});
