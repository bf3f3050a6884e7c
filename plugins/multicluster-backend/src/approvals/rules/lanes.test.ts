import { deadlineOf } from './deadlineOf';
import { ApprovedContent, exemptionOf, LaneChangeFacts } from './exemptionOf';
import { remindersDue } from './remindersDue';

const DAY = 24 * 3600_000;
const at = 100 * DAY;
const all = { replicas: true, failover: true, return: true };
const had = (
  cluster: string,
  digest: string,
  withoutReplicas: string,
  daysAgo: number,
): ApprovedContent => ({
  cluster,
  digest,
  digestWithoutReplicas: withoutReplicas,
  appliedAt: at - daysAgo * DAY,
});
const now = (digest: string, digestWithoutReplicas: string) => ({
  digest,
  digestWithoutReplicas,
});
const of = (facts: Partial<LaneChangeFacts>) =>
  exemptionOf({
    now: {},
    movedTo: [],
    approved: [],
    exempt: all,
    at,
    ...facts,
  });

/** v1 then v2 on two clusters; a letter is the content, a number the copies. */
const approved = [
  had('m1', 'a2', 'a', 20),
  had('m2', 'a2', 'a', 20),
  had('m1', 'b2', 'b', 1),
  had('m2', 'b2', 'b', 1),
];

describe('exemptionOf', () => {
  it.each`
    held                                          | movedTo   | exemption     | why
    ${{ m1: now('b5', 'b') }}                     | ${[]}     | ${'replicas'} | ${'more copies of what is there'}
    ${{ m1: now('b5', 'b'), m2: now('b1', 'b') }} | ${[]}     | ${'replicas'} | ${'other copies on both'}
    ${{ m1: now('c2', 'c') }}                     | ${[]}     | ${undefined}  | ${'new content'}
    ${{ m1: now('b5', 'b'), m2: now('c2', 'c') }} | ${[]}     | ${undefined}  | ${'new content on one of two'}
    ${{ m3: now('b2', 'b') }}                     | ${[]}     | ${undefined}  | ${'approved content where it never was, and nothing was lost'}
    ${{ m3: now('b4', 'b') }}                     | ${['m3']} | ${'failover'} | ${'approved content where another cluster was lost'}
    ${{ m2: now('b4', 'b'), m3: now('b1', 'b') }} | ${['m3']} | ${'failover'} | ${'a move that adds copies elsewhere, too'}
    ${{ m3: now('c4', 'c') }}                     | ${['m3']} | ${undefined}  | ${'a move with new content'}
    ${{ m3: now('a4', 'a') }}                     | ${['m3']} | ${undefined}  | ${'a move with content that is not the current one'}
    ${{ m1: now('a2', 'a') }}                     | ${[]}     | ${'return'}   | ${'back to what was there'}
    ${{ m1: now('a9', 'a') }}                     | ${[]}     | ${undefined}  | ${'back, with copies that never were'}
    ${{ m3: now('a2', 'a') }}                     | ${[]}     | ${undefined}  | ${'back to what was there, elsewhere'}
    ${{ m1: now('a2', 'a'), m2: now('c2', 'c') }} | ${[]}     | ${undefined}  | ${'back on one, new on the other'}
    ${{}}                                         | ${[]}     | ${undefined}  | ${'nothing held'}
  `('$why: $exemption', ({ held, movedTo, exemption }) => {
    expect(of({ now: held, movedTo, approved })).toBe(exemption);
  });

  it('forgets after 30 days, to the moment', () => {
    const back = (daysAgo: number) =>
      of({
        now: { m1: now('a2', 'a') },
        approved: [had('m1', 'a2', 'a', daysAgo), had('m1', 'b2', 'b', 1)],
      });
    expect(back(30)).toBe('return');
    expect(back(30.001)).toBeUndefined();
  });

  it('counts nothing that was never approved', () => {
    expect(of({ now: { m1: now('b5', 'b') } })).toBeUndefined();
  });

  it.each`
    held                      | movedTo   | without
    ${{ m1: now('b5', 'b') }} | ${[]}     | ${'replicas'}
    ${{ m3: now('b4', 'b') }} | ${['m3']} | ${'failover'}
    ${{ m1: now('a2', 'a') }} | ${[]}     | ${'return'}
  `('asks anew where the policy wants it for $without', facts => {
    const exempt = { ...all, [facts.without]: false };
    expect(
      of({ now: facts.held, movedTo: facts.movedTo, approved, exempt }),
    ).toBeUndefined();
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
