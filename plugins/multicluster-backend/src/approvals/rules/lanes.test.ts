import { deadlineOf } from './deadlineOf';
import { GivenContent, exemptionOf, LaneChangeFacts } from './exemptionOf';
import { remindersDue } from './remindersDue';

const DAY = 24 * 3600_000;
const at = 100 * DAY;
const all = { replicas: true, failover: true, return: true };
const had = (
  cluster: string,
  digest: string,
  withoutReplicas: string,
  daysAgo: number,
  approved = true,
): GivenContent => ({
  cluster,
  digest,
  digestWithoutReplicas: withoutReplicas,
  appliedAt: at - daysAgo * DAY,
  approved,
});
const now = (digest: string, digestWithoutReplicas: string) => ({
  digest,
  digestWithoutReplicas,
});
const of = (facts: Partial<LaneChangeFacts>) => {
  const found = exemptionOf({
    now: {},
    movedTo: [],
    absent: [],
    given: [],
    exempt: all,
    by: 'person',
    at,
    ...facts,
  });
  return found && `${found.why}, ${found.basis}`;
};

/** v1 then v2 on two clusters; a letter is the content, a number the copies. */
const given = [
  had('m1', 'a2', 'a', 20),
  had('m2', 'a2', 'a', 20),
  had('m1', 'b2', 'b', 1),
  had('m2', 'b2', 'b', 1),
];
/** v1 was there when the lane was armed. */
const baseline = [
  had('m1', 'a2', 'a', 20, false),
  had('m2', 'a2', 'a', 20, false),
];
/** v2 was approved on m1, and let out by hand on m2 after that. */
const mixed = [
  ...baseline,
  had('m1', 'b2', 'b', 2),
  had('m2', 'b2', 'b', 1, false),
];
const copies = 'replicas, approved';
const move = 'failover, approved';
const back = 'return, approved';

describe('exemptionOf', () => {
  it.each`
    held                                          | movedTo   | person       | portal       | why
    ${{ m1: now('b5', 'b') }}                     | ${[]}     | ${copies}    | ${copies}    | ${'more copies of what is there'}
    ${{ m1: now('b5', 'b'), m2: now('b1', 'b') }} | ${[]}     | ${copies}    | ${copies}    | ${'other copies on both'}
    ${{ m1: now('c2', 'c') }}                     | ${[]}     | ${undefined} | ${undefined} | ${'new content'}
    ${{ m1: now('b5', 'b'), m2: now('c2', 'c') }} | ${[]}     | ${undefined} | ${undefined} | ${'new content on one of two'}
    ${{ m3: now('b2', 'b') }}                     | ${[]}     | ${undefined} | ${undefined} | ${'approved content where it never was, and nothing was lost'}
    ${{ m3: now('b4', 'b') }}                     | ${['m3']} | ${move}      | ${move}      | ${'approved content where another cluster was lost'}
    ${{ m2: now('b4', 'b'), m3: now('b1', 'b') }} | ${['m3']} | ${move}      | ${move}      | ${'a move that adds copies elsewhere, too'}
    ${{ m3: now('c4', 'c') }}                     | ${['m3']} | ${undefined} | ${undefined} | ${'a move with new content'}
    ${{ m3: now('a4', 'a') }}                     | ${['m3']} | ${undefined} | ${undefined} | ${'a move with content that is not the current one'}
    ${{ m1: now('a2', 'a') }}                     | ${[]}     | ${back}      | ${undefined} | ${'back to what was there, which is for people alone'}
    ${{ m1: now('a9', 'a') }}                     | ${[]}     | ${undefined} | ${undefined} | ${'back, with copies that never were'}
    ${{ m3: now('a2', 'a') }}                     | ${[]}     | ${undefined} | ${undefined} | ${'back to what was there, elsewhere'}
    ${{ m1: now('a2', 'a'), m2: now('c2', 'c') }} | ${[]}     | ${undefined} | ${undefined} | ${'back on one, new on the other'}
    ${{}}                                         | ${[]}     | ${undefined} | ${undefined} | ${'nothing held'}
  `('$why: $person, by itself $portal', ({ held, movedTo, person, portal }) => {
    expect(of({ now: held, movedTo, given })).toBe(person);
    expect(of({ now: held, movedTo, given, by: 'portal' })).toBe(portal);
  });

  it.each`
    list        | held                                          | movedTo   | person                  | why
    ${baseline} | ${{ m1: now('a5', 'a') }}                     | ${[]}     | ${'replicas, baseline'} | ${'copies of what was there when the lane was armed'}
    ${baseline} | ${{ m3: now('a4', 'a') }}                     | ${['m3']} | ${'failover, baseline'} | ${'a move of it'}
    ${mixed}    | ${{ m1: now('a2', 'a') }}                     | ${[]}     | ${undefined}            | ${'going back to it'}
    ${mixed}    | ${{ m2: now('b5', 'b') }}                     | ${[]}     | ${'replicas, baseline'} | ${'copies of what was let out by hand'}
    ${mixed}    | ${{ m1: now('b5', 'b'), m2: now('b5', 'b') }} | ${[]}     | ${'replicas, baseline'} | ${'copies, of which one cluster has what was let out'}
    ${mixed}    | ${{ m3: now('b4', 'b') }}                     | ${['m3']} | ${'failover, baseline'} | ${'a move, where the lane was last given what was let out'}
  `('leaves to a person, and never to itself: $why', facts => {
    const { list, held: held_, movedTo, person } = facts;
    expect(of({ now: held_, movedTo, given: list })).toBe(person);
    const by = 'portal';
    expect(of({ now: held_, movedTo, given: list, by })).toBeUndefined();
  });

  it('calls it a move where a cluster that was away gets again what it had, and never a number of copies', () => {
    const back_ = { now: { m1: now('b2', 'b') }, absent: ['m1'], given };
    expect(of(back_)).toBe(move);
    expect(of({ ...back_, by: 'portal' })).toBe(move);
    const without = { ...all, failover: false };
    expect(of({ ...back_, exempt: without })).toBe(back);
    expect(of({ ...back_, exempt: without, by: 'portal' })).toBeUndefined();
    const neither = { ...without, return: false };
    expect(of({ ...back_, exempt: neither })).toBeUndefined();
  });

  it('rests on approval where an older one counts, and not on what was there', () => {
    const later = [...given, had('m1', 'b7', 'b', 0.5, false)];
    expect(of({ now: { m1: now('b2', 'b') }, given: later })).toBe(back);
    expect(of({ now: { m1: now('b3', 'b') }, given: later })).toBe(
      'replicas, baseline',
    );
  });

  it('takes nothing for approved of which one of several that were given at once was not', () => {
    const together = [had('m1', 'a2', 'a', 3), had('m2', 'a2', 'a', 3, false)];
    const moved = { now: { m3: now('a4', 'a') }, movedTo: ['m3'] };
    expect(of({ ...moved, given: together })).toBe('failover, baseline');
    expect(of({ ...moved, given: together, by: 'portal' })).toBeUndefined();
  });

  it('forgets after 30 days, to the moment', () => {
    const after = (daysAgo: number) =>
      of({
        now: { m1: now('a2', 'a') },
        given: [had('m1', 'a2', 'a', daysAgo), had('m1', 'b2', 'b', 1)],
      });
    expect(after(30)).toBe(back);
    expect(after(30.001)).toBeUndefined();
  });

  it('counts nothing that no cluster was given', () => {
    expect(of({ now: { m1: now('b5', 'b') } })).toBeUndefined();
  });

  it.each`
    held                      | movedTo   | list        | without
    ${{ m1: now('b5', 'b') }} | ${[]}     | ${given}    | ${'replicas'}
    ${{ m3: now('b4', 'b') }} | ${['m3']} | ${given}    | ${'failover'}
    ${{ m1: now('a2', 'a') }} | ${[]}     | ${given}    | ${'return'}
    ${{ m1: now('a5', 'a') }} | ${[]}     | ${baseline} | ${'replicas'}
    ${{ m3: now('a4', 'a') }} | ${['m3']} | ${baseline} | ${'failover'}
  `('asks anew where the policy wants it for $without', facts => {
    const exempt = { ...all, [facts.without]: false };
    const { held: held_, movedTo, list } = facts;
    expect(of({ now: held_, movedTo, given: list, exempt })).toBeUndefined();
  });
});

describe('remindersDue', () => {
  const request = { createdAt: 0, deadline: 1000 };

  it.each`
    passed  | due
    ${499}  | ${undefined}
    ${500}  | ${50}
    ${799}  | ${50}
    ${800}  | ${80}
    ${999}  | ${80}
    ${1000} | ${undefined}
  `('$passed of 1000: $due', ({ passed, due }) => {
    expect(remindersDue(request, [50, 80], passed)).toBe(due);
  });

  it('reminds of nothing that never ends', () => {
    expect(remindersDue({ createdAt: 0 }, [50], 9)).toBeUndefined();
  });
});

describe('deadlineOf', () => {
  it.each`
    expiresAfterMs | tool         | deadline
    ${undefined}   | ${undefined} | ${undefined}
    ${10}          | ${undefined} | ${110}
    ${10}          | ${105}       | ${105}
    ${10}          | ${500}       | ${110}
    ${undefined}   | ${500}       | ${500}
  `(
    '$expiresAfterMs and $tool: $deadline',
    ({ expiresAfterMs, tool, deadline }) => {
      expect(deadlineOf(100, { expiresAfterMs }, tool)).toBe(deadline);
    },
  );
});
