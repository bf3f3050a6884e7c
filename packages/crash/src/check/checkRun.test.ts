import { ToolEntry } from '../tool/ToolEntry';
import { Act } from './Act';
import { checkRun } from './checkRun';
import { ClientEntry } from './ClientEntry';

const run = 'r1';
const NEEDED = 2;

type Line =
  | [who: string, kind: 'asks' | 'has' | 'refused', act: Act]
  | [who: 'tool', verdict: 'approve' | 'reject', voter?: string, late?: 'late']
  | [who: string, kind: 'looks', ...votes: string[]]
  | [who: 'portal', state: string, ...votes: string[]]
  | [who: 'author', does: 'changes', subject: string];

const ANSWERS = {
  asks: { kind: 'asked' },
  refused: { kind: 'refused', code: 'NO' },
} as const;

/** "bob" approved, "bob reject" did not. */
function voteOf(text: string | undefined) {
  const [voter, act = 'approve'] = text?.split(' ') ?? [];
  return voter ? { voter, act: act as Act } : undefined;
}

/** Both logs, from what happened in its order. */
function logsOf(lines: Line[]): [ToolEntry[], ClientEntry[]] {
  const tool: ToolEntry[] = [];
  const client: ClientEntry[] = [];
  let subject = 'v1';
  lines.forEach((line, at) => {
    const [who, what, third, ...more] = line;
    const votes = [third, ...more].flatMap(text => voteOf(text) ?? []);
    const said = { at, run, voter: who, act: third as Act };
    if (who === 'tool') {
      const decision = { at, run, verdict: what as 'approve' | 'reject' };
      const kind = more.length > 0 ? 'late' : 'counted';
      tool.push(
        third
          ? { ...decision, kind, voter: third }
          : { ...decision, kind: 'told' },
      );
    } else if (who === 'author') {
      subject = third!;
    } else if (who === 'portal') {
      client.push({ at, run, kind: 'seen', state: what, subject, votes });
    } else if (what === 'looks') {
      const shown = { state: 'pending', subject, votes };
      client.push({ at, run, kind: 'shown', voter: who, ...shown });
    } else if (what === 'has') {
      client.push({ ...said, kind: 'accepted', subject, request: '1' });
    } else {
      client.push({ ...said, ...ANSWERS[what as keyof typeof ANSWERS] });
    }
  });
  return [tool, client];
}

const approves = (voter: string): Line[] => [
  [voter, 'asks', 'approve'],
  [voter, 'has', 'approve'],
];
const takesBack = (voter: string): Line[] => [
  [voter, 'asks', 'take-back'],
  [voter, 'has', 'take-back'],
];
const both = [...approves('ann'), ...approves('bob')];
const effects: Line[] = [
  ['tool', 'approve', 'ann'],
  ['tool', 'approve', 'bob'],
];
const applied: Line = ['portal', 'applied', 'ann', 'bob'];

describe('checkRun', () => {
  it.each<[string, Line[]]>([
    ['each approval had its effect once', [...both, ...effects, applied]],
    [
      'an answer was lost on its way, and the vote counted',
      [...approves('ann'), ['bob', 'asks', 'approve'], ...effects, applied],
    ],
    [
      'somebody took back what they had said and said it again',
      [...both, ...takesBack('bob'), ...approves('bob'), ...effects, applied],
    ],
    [
      'somebody asked for it back too late',
      [
        ...both,
        ['bob', 'asks', 'take-back'],
        ...effects,
        ['bob', 'refused', 'take-back'],
        applied,
      ],
    ],
    [
      'one person refused it after another had approved it',
      [
        ...approves('ann'),
        ['bob', 'asks', 'reject'],
        ['bob', 'has', 'reject'],
        ['tool', 'reject', 'bob'],
        ['portal', 'rejected', 'ann', 'bob reject'],
      ],
    ],
    [
      'somebody refused in time what two had approved',
      [
        ...both,
        ['cleo', 'asks', 'reject'],
        ['cleo', 'has', 'reject'],
        ['tool', 'reject', 'cleo'],
        ['portal', 'rejected', 'ann', 'bob', 'cleo reject'],
      ],
    ],
    [
      'one more decided it, and the tool had enough by then',
      [
        ...both,
        ...approves('cleo'),
        ...effects,
        ['tool', 'approve', 'cleo', 'late'],
        ['portal', 'applied', 'ann', 'bob', 'cleo'],
      ],
    ],
    [
      'a vote was shown to whoever cast it',
      [
        ...approves('ann'),
        ['ann', 'looks', 'ann'],
        ...approves('bob'),
        ...effects,
        applied,
      ],
    ],
    [
      'somebody looked and found no vote of theirs where they had taken it back',
      [
        ...both,
        ...takesBack('bob'),
        ['bob', 'looks', 'ann'],
        ...approves('bob'),
        ...effects,
        applied,
      ],
    ],
    [
      'votes counted no more when something else was to be decided',
      [
        ...approves('ann'),
        ['author', 'changes', 'v2'],
        ['ann', 'looks'],
        ...both,
        ...effects,
        applied,
      ],
    ],
    [
      'somebody had not been answered yet when they saw their vote gone',
      [
        ...both,
        ...approves('cleo'),
        ['cleo', 'asks', 'take-back'],
        ['cleo', 'looks', 'ann', 'bob'],
        ...effects,
        applied,
      ],
    ],
    [
      'a script was told, and told the same when it was run again',
      [...both, ['tool', 'approve'], ['tool', 'approve'], applied],
    ],
  ])('finds nothing wrong where %s', (_, lines) => {
    expect(checkRun(run, ...logsOf(lines), NEEDED)).toEqual([]);
  });

  it.each<[string, Line[], string[]]>([
    [
      'an approval had its effect twice',
      [...both, ...effects, ['tool', 'approve', 'ann'], applied],
      ['twice'],
    ],
    [
      'an approval came again when the tool waited no more',
      [...both, ...effects, ['tool', 'approve', 'ann', 'late'], applied],
      ['twice'],
    ],
    [
      'an approval that came too late came again',
      [
        ...both,
        ...approves('cleo'),
        ...effects,
        ['tool', 'approve', 'cleo', 'late'],
        ['tool', 'approve', 'cleo', 'late'],
        ['portal', 'applied', 'ann', 'bob', 'cleo'],
      ],
      ['twice'],
    ],
    [
      'nothing but what came too late ever arrived',
      [...both, ['tool', 'approve', 'ann', 'late'], applied],
      ['lost', 'lost', 'untold'],
    ],
    [
      'a vote was gone, and whoever had cast it did so again',
      [...approves('ann'), ['ann', 'looks'], ...both, ...effects, applied],
      ['forgotten'],
    ],
    [
      'a vote for it was shown as one against it',
      [
        ...approves('ann'),
        ['ann', 'looks', 'ann reject'],
        ...both,
        ...effects,
        applied,
      ],
      ['forgotten'],
    ],
    [
      'a vote was gone in the end, and those of others were enough',
      [...both, ...approves('cleo'), ...effects, applied],
      ['forgotten'],
    ],
    [
      'an approval that was taken never had its effect',
      [...both, effects[0], ['portal', 'delivering', 'ann', 'bob']],
      ['lost', 'unfinished'],
    ],
    [
      'a refusal that was taken never had its effect',
      [
        ['bob', 'asks', 'reject'],
        ['bob', 'has', 'reject'],
        ['portal', 'pending'],
      ],
      ['lost', 'unfinished', 'forgotten'],
    ],
    [
      'people asked and were turned away',
      [...approves('ann'), ['portal', 'pending', 'ann']],
      ['unfinished'],
    ],
    ['nobody ever heard of a run again', [...approves('ann')], ['unfinished']],
    ['nobody was ever asked about a run', [], ['unfinished']],
    [
      'something had an effect that nobody asked for',
      [
        ...both,
        effects[0],
        ['tool', 'approve', 'mallory'],
        ['portal', 'applied', 'ann', 'mallory', 'bob'],
      ],
      ['unasked'],
    ],
    [
      'one approval had its effect before there was another',
      [...approves('ann'), effects[0], ...approves('bob'), effects[1], applied],
      ['unasked'],
    ],
    [
      'an approval had its effect after it was taken back',
      [...both, ...takesBack('bob'), ...effects, ['portal', 'applied', 'ann']],
      ['unasked', 'no-row', 'unasked', 'no-row'],
    ],
    [
      'a script was told to go on after one of two had their approval back',
      [...both, ...takesBack('bob'), ['tool', 'approve'], applied],
      ['unasked'],
    ],
    [
      'something had an effect and the portal forgot the vote',
      [...both, ...effects, ['portal', 'applied', 'ann']],
      ['no-row', 'no-row', 'forgotten'],
    ],
    [
      'a script was told one thing and then the other',
      [
        ...both,
        ['tool', 'approve'],
        ['cleo', 'asks', 'reject'],
        ['tool', 'reject'],
        ['portal', 'applied', 'ann', 'bob', 'cleo reject'],
      ],
      ['contradicted'],
    ],
    [
      'the portal claims an effect that the tool never saw',
      [...both, applied],
      ['lost', 'lost', 'untold'],
    ],
  ])('tells that %s', (_, lines, rules) => {
    const violations = checkRun(run, ...logsOf(lines), NEEDED);
    expect(violations.map(({ rule }) => rule)).toEqual(rules);
  });
});
