import { QuorumProgress } from '@fairway/backstage-plugin-multicluster-common';
import { missingVotes } from './missingVotes';

const owners = { owners: true };
const sre = { groups: ['group:default/sre'] };

function atLeast(
  needed: number,
  counted: string[],
  of: typeof owners | typeof sre = owners,
): QuorumProgress {
  return {
    met: counted.length >= needed,
    rule: { kind: 'atLeast', needed, counted, of },
  };
}

describe('missingVotes', () => {
  it('counts what each part of a rule still wants', () => {
    expect(
      missingVotes({
        met: false,
        rule: {
          kind: 'all',
          parts: [atLeast(2, ['user:default/a']), atLeast(1, [], sre)],
        },
      }),
    ).toEqual([
      { count: 1, of: owners, optional: false },
      { count: 1, of: sre, optional: false },
    ]);
  });

  it('marks what is one way of several', () => {
    expect(
      missingVotes({
        met: false,
        rule: { kind: 'any', parts: [atLeast(1, []), atLeast(1, [], sre)] },
      }),
    ).toEqual([
      { count: 1, of: owners, optional: true },
      { count: 1, of: sre, optional: true },
    ]);
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
    ).toEqual([]);
  });
});
