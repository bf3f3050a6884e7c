import { ToolEntry } from '../tool/ToolEntry';
import { checkLogs } from './checkLogs';
import { ClientEntry } from './ClientEntry';

const run = 'r1';
const tool = (...voters: string[]): ToolEntry[] =>
  voters.map(voter => ({ run, voter, key: voter }));
const said = (kind: 'asked' | 'accepted', ...voters: string[]): ClientEntry[] =>
  voters.map(voter => ({ kind, run, voter }));
const seen = (state: string, ...voters: string[]): ClientEntry => ({
  kind: 'seen',
  run,
  state,
  voters,
});
const both = [
  ...said('asked', 'ann', 'bob'),
  ...said('accepted', 'ann', 'bob'),
];

describe('checkLogs', () => {
  it.each<[string, ToolEntry[], ClientEntry[]]>([
    [
      'each approval had its effect once',
      tool('ann', 'bob'),
      [...both, seen('applied', 'ann', 'bob')],
    ],
    [
      'one approval alone is not enough',
      [],
      [
        ...said('asked', 'ann'),
        ...said('accepted', 'ann'),
        seen('pending', 'ann'),
      ],
    ],
    [
      'an answer was lost on its way, and the vote counted',
      tool('ann', 'bob'),
      [
        ...said('asked', 'ann', 'bob'),
        ...said('accepted', 'ann'),
        seen('applied', 'ann', 'bob'),
      ],
    ],
  ])('finds nothing wrong where %s', (_, source, client) => {
    expect(checkLogs(source, client, 2)).toEqual([]);
  });

  it.each<[string, ToolEntry[], ClientEntry[], string[]]>([
    [
      'an approval had its effect twice',
      tool('ann', 'ann', 'bob'),
      [...both, seen('applied', 'ann', 'bob')],
      ['twice'],
    ],
    [
      'an approval that was taken never had its effect',
      tool('ann'),
      [...both, seen('delivering', 'ann', 'bob')],
      ['lost', 'unfinished'],
    ],
    [
      'people asked and were turned away',
      [],
      [
        ...said('asked', 'ann', 'bob'),
        ...said('accepted', 'ann'),
        seen('pending', 'ann'),
      ],
      ['unfinished'],
    ],
    [
      'something had an effect that nobody asked for',
      tool('ann', 'mallory'),
      [
        ...said('asked', 'ann'),
        ...said('accepted', 'ann'),
        seen('applied', 'ann', 'mallory'),
      ],
      ['unasked'],
    ],
    [
      'something had an effect and the portal forgot the vote',
      tool('ann', 'bob'),
      [...both, seen('applied', 'ann')],
      ['no-row'],
    ],
    [
      'the portal claims an effect that the tool never saw',
      [],
      [...both, seen('applied', 'ann', 'bob')],
      ['lost', 'lost', 'untold'],
    ],
  ])('tells that %s', (_, source, client, rules) => {
    expect(checkLogs(source, client, 2).map(({ rule }) => rule)).toEqual(rules);
  });
});
