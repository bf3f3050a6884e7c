import { QuorumProgress } from '@fairway/backstage-plugin-multicluster-common';
import { missingVotes } from './missingVotes';

const owners = { owners: true };
const sre = { groups: ['group:default/sre'] };
const platform = { groups: ['group:default/platform'] };
type Of = typeof owners | typeof sre;

function atLeast(
  needed: number,
  counted: string[],
  of: Of = owners,
): QuorumProgress {
  return {
    met: counted.length >= needed,
    rule: { kind: 'atLeast', needed, counted, of },
  };
}
const rule = (
  kind: 'all' | 'any',
  ...parts: QuorumProgress[]
): QuorumProgress => ({ met: false, rule: { kind, parts } });
const votes = (count: number, of: Of) => ({ kind: 'votes', count, of });

describe('missingVotes', () => {
  it('counts what each part of a rule still wants', () => {
    expect(
      missingVotes(
        rule('all', atLeast(2, ['user:default/a']), atLeast(1, [], sre)),
      ),
    ).toEqual({ kind: 'all', parts: [votes(1, owners), votes(1, sre)] });
  });

  it('keeps the ways of which one is enough apart from what is needed besides, wherever they stand', () => {
    const choice = rule('any', atLeast(1, [], sre), atLeast(1, [], platform));
    const missing = {
      kind: 'any',
      parts: [votes(1, sre), votes(1, platform)],
    };
    expect(missingVotes(rule('all', atLeast(1, []), choice))).toEqual({
      kind: 'all',
      parts: [votes(1, owners), missing],
    });
    expect(missingVotes(rule('all', choice, atLeast(1, [])))).toEqual({
      kind: 'all',
      parts: [missing, votes(1, owners)],
    });
  });

  it('keeps together what one way takes', () => {
    const both = rule('all', atLeast(1, []), atLeast(1, [], sre));
    expect(missingVotes(rule('any', both, atLeast(2, [], platform)))).toEqual({
      kind: 'any',
      parts: [
        { kind: 'all', parts: [votes(1, owners), votes(1, sre)] },
        votes(2, platform),
      ],
    });
  });

  it('says what is left of a rule, where one part of it is left', () => {
    expect(
      missingVotes(
        rule('all', atLeast(1, ['user:default/a']), atLeast(1, [], sre)),
      ),
    ).toEqual(votes(1, sre));
  });

  it('misses nothing of a rule that is met, whatever its parts say', () => {
    expect(
      missingVotes({
        met: true,
        rule: {
          kind: 'any',
          parts: [atLeast(1, ['user:default/a']), atLeast(1, [], sre)],
        },
      }),
    ).toBeUndefined();
  });
});
