import { ChainNode } from '@fairway/backstage-plugin-multicluster-common';
import fc from 'fast-check';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildTopology } from '../../../__testUtils__/buildTopology';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { chainColumns } from './chainColumns';
import { CHAIN_SIZES, chainLayout } from './chainLayout';
import { chainMove } from './chainMove';
import { lastKnownNodes } from './lastKnownNodes';

const node = (
  id: string,
  kind: ChainNode['kind'],
  state?: ChainNode['state'],
): ChainNode => ({ id, kind, title: id, lines: [], state });

function chainOf(clusters: ChainNode[]) {
  return {
    nodes: [
      ...clusters,
      node('b', 'binding', 'converged'),
      node('t', 'template'),
      node('p', 'policy'),
    ],
    edges: [
      { from: 't', to: 'p' },
      { from: 'p', to: 'b' },
      ...clusters.map(cluster => ({ from: 'b', to: cluster.id })),
    ],
  };
}

const two = chainOf([
  node('m1', 'cluster', 'healthy'),
  node('m2', 'cluster', 'unhealthy'),
]);

describe('chainColumns', () => {
  it('orders the columns from template to cluster, whatever the order of the nodes', () => {
    expect(chainColumns(two).columns.map(({ kind }) => kind)).toEqual([
      'template',
      'policy',
      'binding',
      'cluster',
    ]);
  });

  it('leaves out the column of what is not there, and edges that end in nothing', () => {
    const chain = chainColumns({
      nodes: [node('t', 'template')],
      edges: [{ from: 't', to: 'gone' }],
    });
    expect(chain.columns).toHaveLength(1);
    expect(chain.edges).toEqual([]);
  });

  it('folds clusters that are alike when there are too many, and keeps the odd one', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      node(`m${index}`, 'cluster', index === 7 ? 'unhealthy' : 'healthy'),
    );
    const { columns, edges } = chainColumns(chainOf(many));
    expect(columns[3].boxes.map(({ count }) => count)).toEqual([39, 1]);
    expect(edges.filter(({ from }) => from === 'b')).toHaveLength(2);
  });
});

describe('lastKnownNodes', () => {
  it('finds the lost clusters, which are not folded with the others, and the placement that reads well for want of news', () => {
    const names = Array.from({ length: 40 }, (_, index) => `m${index}`);
    const workload = buildWorkload(
      'web',
      names.map((name, index) =>
        buildTarget(name, {
          freshness: { state: index < 5 ? 'last-known' : 'live' },
        }),
      ),
    );
    const chain = chainOf(
      names.map(name => ({
        ...node(name, 'cluster', 'healthy'),
        cluster: name,
      })),
    );
    const ids = lastKnownNodes({
      ...buildTopology([]),
      workload,
      chain,
      entityRefs: [],
      history: [],
    });
    expect(ids).toEqual(new Set(['m0', 'm1', 'm2', 'm3', 'm4', 'b']));
    const { columns } = chainColumns(chain, ids);
    expect(
      columns[3].boxes.map(({ count, lastKnown }) => [count, lastKnown]),
    ).toEqual([
      [5, true],
      [35, false],
    ]);
  });
});

describe('chainLayout', () => {
  it('puts no box on another, and looks the same each time', () => {
    const state = fc.constantFrom<ChainNode['state']>(
      'healthy',
      'unhealthy',
      'pending',
    );
    fc.assert(
      fc.property(fc.array(state, { maxLength: 40 }), states => {
        const chain = chainColumns(
          chainOf(
            states.map((value, index) => node(`m${index}`, 'cluster', value)),
          ),
        );
        const layout = chainLayout(chain);
        const boxes = [...layout.boxes.values()];
        for (const a of boxes) {
          for (const b of boxes) {
            const apart =
              a === b ||
              Math.abs(a.x - b.x) >= CHAIN_SIZES.width ||
              Math.abs(a.y - b.y) >= CHAIN_SIZES.height;
            expect(apart).toBe(true);
          }
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.y + CHAIN_SIZES.height).toBeLessThanOrEqual(layout.height);
        }
        expect(chainLayout(chain)).toEqual(layout);
      }),
    );
  });

  it('draws an edge for each that joins two boxes', () => {
    expect(chainLayout(chainColumns(two)).paths).toHaveLength(4);
  });
});

describe('chainMove', () => {
  const chain = chainColumns(two);

  it.each([
    ['t', 'ArrowRight', 'p'],
    ['p', 'ArrowLeft', 't'],
    ['b', 'ArrowRight', 'm1'],
    ['m1', 'ArrowDown', 'm2'],
    ['m2', 'ArrowDown', undefined],
    ['m2', 'ArrowUp', 'm1'],
    ['m2', 'ArrowLeft', 'b'],
    ['m1', 'End', 'm2'],
    ['m2', 'Home', 'm1'],
    ['m1', 'ArrowRight', undefined],
    ['m1', 'x', undefined],
    ['gone', 'ArrowUp', undefined],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(chainMove(chain, from, key)).toBe(to);
  });
});
