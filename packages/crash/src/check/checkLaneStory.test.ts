import { PlaneEntry } from '../plane/PlaneEntry';
import { Act } from './Act';
import { checkLaneStory, LaneContent } from './checkLaneStory';
import { ClientEntry, Resolution } from './ClientEntry';

const run = 'c1';
const clusters = ['east', 'west'];

interface Logs {
  plane: PlaneEntry[];
  client: ClientEntry[];
  contents: LaneContent[];
}

/**
 * Words of one line: `rendered c2`, `ann approves c1`, `plane opens c1 east`, `plane opens c2 east blind`, `plane holds c1`,
 * `ann resolves c1 abandon`, `portal shows c1 applied ann bob`, `portal shows c1 applied past:ann`.
 */
function logsOf(lines: string[]): Logs {
  const logs: Logs = { plane: [], client: [], contents: [] };
  lines.forEach((line, index) => {
    const [who, does, about, what, ...more] = line.split(' ');
    // Two numbers for each: what is asked for, and what it is answered.
    const at = 2 * index;
    if (who === 'rendered') {
      logs.contents.push({ name: does, since: at });
    } else if (who === 'plane') {
      logs.plane.push(entryOf(at, does, about, what, more));
    } else if (who === 'portal') {
      logs.client.push(seenOf(at, about, what, more));
    } else {
      logs.client.push(...actsOf(at, who, does, about, what));
    }
  });
  return logs;
}

function entryOf(
  at: number,
  does: string,
  content: string,
  cluster: string,
  [how]: string[],
): PlaneEntry {
  const there = {
    at,
    run: content,
    cluster,
    ...(how === 'blind' && { blind: true as const }),
  };
  const entries: Record<string, PlaneEntry> = {
    opens: { ...there, kind: 'opened' },
    brings: { ...there, kind: 'arrived' },
    slips: { at, run: content, kind: 'slipped', cluster },
    holds: { at, run: content, kind: 'held' },
  };
  return entries[does];
}

function seenOf(
  at: number,
  about: string,
  state: string,
  who: string[],
): ClientEntry {
  const past = who.find(one => one.startsWith('past:'))?.slice('past:'.length);
  const votes = who
    .filter(one => !one.startsWith('past:'))
    .map(voter => ({ voter, act: 'approve' as const }));
  return {
    at,
    run,
    about,
    kind: 'seen',
    state,
    subject: about,
    votes,
    ...(past && { pastRules: past }),
  };
}

const ACTS: Record<string, Act> = {
  approves: 'approve',
  rejects: 'reject',
  decides: 'break-glass',
};

function actsOf(
  at: number,
  voter: string,
  does: string,
  about: string,
  what: string,
): ClientEntry[] {
  const said = { run, about, voter };
  if (does === 'resolves') {
    const how = what as Resolution;
    return [
      { ...said, at, kind: 'resolving', how },
      { ...said, at: at + 1, kind: 'resolved', how },
    ];
  }
  const act = ACTS[does];
  return [
    { ...said, at, kind: 'asked', act },
    {
      ...said,
      at: at + 1,
      kind: 'accepted',
      act,
      subject: about,
      request: '1',
    },
  ];
}

const both = (content: string) => [
  `ann approves ${content}`,
  `bob approves ${content}`,
];
const goes = (content: string, cluster: string, how = '') => [
  `plane opens ${content} ${cluster} ${how}`,
  `plane brings ${content} ${cluster} ${how}`,
];
const released = (content: string) => [
  ...goes(content, 'east'),
  ...goes(content, 'west'),
  `plane holds ${content}`,
];
const first = 'rendered c1';
const again = 'rendered c2';
const applied = (content: string) => `portal shows ${content} applied ann bob`;

function rulesOf(lines: string[], byPerson = false): string[] {
  const { contents, plane, client } = logsOf(lines);
  const rules = { needed: 2, clusters, byPerson };
  return checkLaneStory(run, contents, plane, client, rules).map(
    ({ rule }) => rule,
  );
}

describe('checkLaneStory', () => {
  it.each([
    [
      'one content was released',
      [first, ...both('c1'), ...released('c1')],
      'c1',
    ],
    [
      'votes were for what another took the place of, and people voted again',
      [first, ...both('c1'), again, ...both('c2'), ...released('c2')],
      'c2',
    ],
    [
      'what was sent for the one met the other, of which nobody could know',
      [first, ...both('c1'), again, ...goes('c2', 'east', 'blind')].concat(
        ...both('c2'),
        ...goes('c2', 'west'),
        'plane holds c2',
      ),
      'c2',
    ],
    [
      'people were asked about what had gone out blind and was held again, and it was sent again',
      [first, ...both('c1'), again, ...goes('c2', 'east', 'blind')].concat(
        'plane holds c2',
        'ann resolves c1 abandon',
        ...both('c2'),
        'plane opens c2 east',
        ...goes('c2', 'west'),
        'plane holds c2',
      ),
      'c2',
    ],
    [
      'what was sent to the last cluster for the one met the other, of which nobody could know, and the rest was approved',
      [first, ...both('c1'), ...goes('c1', 'east'), again].concat(
        ...goes('c2', 'west', 'blind'),
        'plane holds c2',
        'ann resolves c1 abandon',
        ...both('c2'),
        ...goes('c2', 'east'),
        'plane holds c2',
      ),
      'c2',
    ],
    [
      'a cluster was open for the one when it was rendered, was held again, and the rest was approved',
      [first, ...both('c1'), ...goes('c1', 'east'), again].concat(
        'plane slips c2 east',
        'plane holds c2',
        'ann resolves c1 abandon',
        ...both('c2'),
        ...goes('c2', 'west'),
        'plane holds c2',
      ),
      'c2',
    ],
  ])('finds nothing wrong where %s', (_, lines, last) => {
    expect(rulesOf([...lines, applied(last)])).toEqual([]);
  });

  it('finds nothing wrong where somebody decided it past the rules', () => {
    const lines = [first, 'ann decides c1', ...released('c1')];
    expect(rulesOf([...lines, 'portal shows c1 applied past:ann'])).toEqual([]);
    // By whom, the portal must know.
    expect(rulesOf([...lines, 'portal shows c1 applied'])).toEqual([
      ...Array(4).fill('no-row'),
      'forgotten',
    ]);
  });

  it('finds nothing wrong where it was given up', () => {
    const lines = [first, ...both('c1'), ...goes('c1', 'east')].concat(
      'plane holds c1',
      'ann resolves c1 abandon',
      'portal shows c1 failed ann bob',
    );
    expect(rulesOf(lines)).toEqual([]);
    expect(rulesOf(lines.filter(line => !line.includes('abandon')))).toEqual([
      'lost',
      'unfinished',
    ]);
  });

  it('asks for a person between two clusters where that is the rule', () => {
    const [open, brings, ...rest] = released('c1');
    const lines = [first, ...both('c1'), open, brings];
    expect(
      rulesOf(
        [...lines, 'ann resolves c1 continue', ...rest, applied('c1')],
        true,
      ),
    ).toEqual([]);
    expect(rulesOf([...lines, ...rest, applied('c1')], true)).toEqual([
      'early',
    ]);
  });

  it.each([
    [
      'votes for the one had their effect on the other',
      [first, ...both('c1'), again, ...released('c2'), ...both('c2')],
      Array(4).fill('unasked'),
    ],
    [
      'one of two had voted for the other alone',
      [first, 'ann approves c1', again, 'bob approves c2'].concat(
        ...released('c2'),
        'ann approves c2',
      ),
      Array(4).fill('unasked'),
    ],
    [
      'what nobody could know of was sent although the one before was not approved either',
      [first, 'ann approves c1', again, ...goes('c2', 'east', 'blind')].concat(
        ...both('c2'),
        ...goes('c2', 'west'),
        'plane holds c2',
      ),
      ['unasked', 'unasked'],
    ],
    [
      'it was sent twice to one cluster after it was approved',
      [first, ...both('c1'), again, ...both('c2')].concat(
        ...goes('c2', 'east'),
        'plane opens c2 east',
        ...goes('c2', 'west'),
        'plane holds c2',
      ),
      ['twice'],
    ],
    [
      'nothing was held again in the end',
      [first, ...both('c1'), again, ...both('c2')].concat(
        ...goes('c2', 'east'),
        ...goes('c2', 'west'),
      ),
      ['open'],
    ],
  ])('tells that %s', (_, lines, broken) => {
    expect(rulesOf([...lines, applied('c2')])).toEqual(broken);
  });
});
