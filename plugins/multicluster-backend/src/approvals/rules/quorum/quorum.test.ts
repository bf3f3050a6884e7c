import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { voterFacts } from '../__testUtils__/voterFacts';
import { evaluateQuorum } from './evaluateQuorum';
import { isSatisfiable } from './isSatisfiable';
import { quorumProgress } from './quorumProgress';
import { VoterFacts } from './VoterFacts';

const people = ['a', 'b', 'c', 'd', 'e'].map(name => `user:default/${name}`);
const groups = ['x', 'y', 'z'].map(name => `group:default/${name}`);

const ruleOf = fc.letrec<{ rule: QuorumRule; leaf: QuorumRule }>(tie => ({
  leaf: fc.record({
    atLeast: fc.integer({ min: 1, max: 4 }),
    of: fc.record(
      {
        owners: fc.boolean(),
        groups: fc.subarray(groups),
        users: fc.subarray(people),
      },
      { requiredKeys: [] },
    ),
  }),
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
  ),
})).rule;

const worldOf = fc.record({
  groups: fc.dictionary(fc.constantFrom(...people), fc.subarray(groups)),
  owners: fc.subarray([...groups, ...people]),
});

/** The same by trying: is there a choice of people, one for each place of a leaf, none of them twice in it? */
function bruteForce(
  rule: QuorumRule,
  approvers: string[],
  facts: VoterFacts,
): boolean {
  if ('all' in rule) {
    return !rule.all.some(part => !bruteForce(part, approvers, facts));
  }
  if ('any' in rule) {
    return rule.any.some(part => bruteForce(part, approvers, facts));
  }
  const choose = (places: number, left: string[]): boolean =>
    places === 0 ||
    left.some((person, index) => {
      const counts =
        rule.of.users?.includes(person) ||
        facts
          .groupsOf(person)
          .some(
            group =>
              rule.of.groups?.includes(group) ||
              (rule.of.owners && facts.owners.includes(group)),
          ) ||
        (rule.of.owners && facts.owners.includes(person));
      return counts && choose(places - 1, left.slice(index + 1));
    });
  return choose(rule.atLeast, [...new Set(approvers)]);
}

describe('evaluateQuorum', () => {
  it('agrees with trying out everything on 10,000 random trees (F03)', () => {
    fc.assert(
      fc.property(
        ruleOf,
        worldOf,
        fc.array(fc.constantFrom(...people), { maxLength: 8 }),
        (rule, world, approvers) => {
          const facts = voterFacts(world);
          expect(evaluateQuorum(rule, approvers, facts)).toBe(
            bruteForce(rule, approvers, facts),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('never counts less when more people approve', () => {
    fc.assert(
      fc.property(
        ruleOf,
        worldOf,
        fc.subarray(people),
        fc.constantFrom(...people),
        (rule, world, approvers, one) => {
          const facts = voterFacts(world);
          const before = evaluateQuorum(rule, approvers, facts);
          const after = evaluateQuorum(rule, [...approvers, one], facts);
          expect(before && !after).toBe(false);
        },
      ),
    );
  });

  it('counts a person once, for however many groups and however often', () => {
    const facts = voterFacts({ groups: { [people[0]]: groups } });
    const two: QuorumRule = { atLeast: 2, of: { groups } };
    expect(evaluateQuorum(two, [people[0], people[0]], facts)).toBe(false);
  });

  it('is met by nobody where it says nothing', () => {
    const facts = voterFacts({});
    expect(evaluateQuorum({ all: [] }, people, facts)).toBe(false);
    expect(evaluateQuorum({ any: [] }, people, facts)).toBe(false);
    expect(evaluateQuorum({ atLeast: 0, of: {} }, [], facts)).toBe(false);
  });
});

describe('quorumProgress', () => {
  it('says who counts where', () => {
    const facts = voterFacts({
      groups: { [people[0]]: [groups[0]], [people[1]]: [groups[1]] },
      owners: [groups[1]],
    });
    const rule: QuorumRule = {
      all: [
        { atLeast: 2, of: { groups: [groups[0]] } },
        { atLeast: 1, of: { owners: true } },
      ],
    };
    expect(quorumProgress(rule, [people[1], people[0]], facts)).toEqual({
      met: false,
      rule: {
        kind: 'all',
        parts: [
          {
            met: false,
            rule: {
              kind: 'atLeast',
              needed: 2,
              counted: [people[0]],
              of: { groups: [groups[0]] },
            },
          },
          {
            met: true,
            rule: {
              kind: 'atLeast',
              needed: 1,
              counted: [people[1]],
              of: { owners: true },
            },
          },
        ],
      },
    });
  });
});

describe('S19: a quorum that nobody can meet', () => {
  const facts = voterFacts({
    groups: { [people[0]]: [groups[0]], [people[1]]: [groups[0]] },
  });

  it.each`
    rule                                                    | candidates            | satisfiable | why
    ${{ atLeast: 2, of: { groups: [groups[0]] } }}          | ${people.slice(0, 2)} | ${true}     | ${'as many as there are'}
    ${{ atLeast: 3, of: { groups: [groups[0]] } }}          | ${people.slice(0, 2)} | ${false}    | ${'more than the group has'}
    ${{ atLeast: 2, of: { groups: [groups[0]] } }}          | ${people.slice(0, 1)} | ${false}    | ${'one of the two asked for it'}
    ${{ atLeast: 1, of: { groups: ['group:default/no'] } }} | ${people}             | ${false}    | ${'a group that nobody is in'}
    ${{ atLeast: 1, of: { owners: true } }}                 | ${people}             | ${false}    | ${'nobody owns it'}
  `('$why: $satisfiable', ({ rule, candidates, satisfiable }) => {
    expect(isSatisfiable(rule, candidates, facts)).toBe(satisfiable);
  });
});
