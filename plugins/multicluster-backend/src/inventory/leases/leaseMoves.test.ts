import fc from 'fast-check';
import { leaseMoves } from './leaseMoves';
import { LeaseRow } from './LeaseRow';

function lease(
  sourceId: number,
  owner: string,
  expiredForMs = -5000,
): LeaseRow {
  return { sourceId, facet: 'fleet', owner, fence: 1, expiredForMs };
}

const ids = (rows: LeaseRow[]) => rows.map(({ sourceId }) => sourceId);

describe('leaseMoves', () => {
  it.each`
    case                                              | replicas      | leases                                              | acquire   | release
    ${'a lone replica takes everything that is free'} | ${['a']}      | ${[lease(1, '', 0), lease(2, 'x', 10)]}             | ${[1, 2]} | ${undefined}
    ${'what another holds is left alone'}             | ${['a', 'b']} | ${[lease(1, 'b')]}                                  | ${[]}     | ${undefined}
    ${'free ones go to those that have the fewest'}   | ${['a', 'b']} | ${[lease(1, 'a'), lease(2, '', 0)]}                 | ${[]}     | ${undefined}
    ${'one that lies there is taken by anybody'}      | ${['a', 'b']} | ${[lease(1, 'a'), lease(2, '', 5000)]}              | ${[2]}    | ${undefined}
    ${'two that are free are shared'}                 | ${['a', 'b']} | ${[lease(1, '', 0), lease(2, '', 0)]}               | ${[1]}    | ${undefined}
    ${'one is given away when another has two fewer'} | ${['a', 'b']} | ${[lease(1, 'a'), lease(2, 'a')]}                   | ${[]}     | ${2}
    ${'one more than another is even enough'}         | ${['a', 'b']} | ${[lease(1, 'a'), lease(2, 'a'), lease(3, 'b')]}    | ${[]}     | ${undefined}
    ${'nothing is given away while others are free'}  | ${['a', 'b']} | ${[lease(1, 'a'), lease(2, 'a'), lease(3, '', 0)]}  | ${[]}     | ${undefined}
    ${'a dead replica counts for nothing'}            | ${['a']}      | ${[lease(1, 'a'), lease(2, 'a'), lease(3, 'dead')]} | ${[]}     | ${undefined}
  `('$case', ({ replicas, leases, acquire, release }) => {
    const moves = leaseMoves({ me: 'a', replicas, leases, lyingMs: 3000 });
    expect(ids(moves.acquire)).toEqual(acquire);
    expect(moves.release?.sourceId).toBe(release);
  });

  it('comes to rest with everybody holding their share, from any start', () => {
    const replicas = ['a', 'b', 'c', 'd'];
    const owners = fc.array(fc.constantFrom('', 'dead', ...replicas), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(owners, held => {
        let leases = held.map((owner, at) =>
          lease(at, owner, replicas.includes(owner) ? -5000 : 0),
        );
        for (let look = 0; look < 20; look += 1) {
          for (const me of replicas) {
            const moves = leaseMoves({ me, replicas, leases, lyingMs: 3000 });
            leases = leases.map(row => {
              if (moves.acquire.includes(row)) {
                return lease(row.sourceId, me);
              }
              return moves.release?.sourceId === row.sourceId
                ? lease(row.sourceId, '', 0)
                : row;
            });
          }
        }
        const counts = replicas.map(
          replica => leases.filter(({ owner }) => owner === replica).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(2);
        expect(leases.every(({ owner }) => owner !== '')).toBe(true);
      }),
    );
  });
});
