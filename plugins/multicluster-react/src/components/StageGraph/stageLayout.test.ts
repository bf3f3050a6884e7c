import { stageLayout } from './stageLayout';

const graph = (edges: Record<string, string[]>) =>
  Object.entries(edges).map(([id, requires]) => ({ id, requires }));

describe('stageLayout', () => {
  it.each<[string, Record<string, string[]>, Record<string, number>, number]>([
    ['nothing', {}, {}, 0],
    [
      'one after the other',
      { a: [], b: ['a'], c: ['b'] },
      { a: 0, b: 1, c: 2 },
      2,
    ],
    [
      'side by side',
      { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] },
      { a: 0, b: 1, c: 1, d: 2 },
      4,
    ],
    [
      'behind the longest way',
      { a: [], b: ['a'], c: ['a', 'b'] },
      { a: 0, b: 1, c: 2 },
      3,
    ],
    ['requirements twice', { a: [], b: ['a', 'a'] }, { a: 0, b: 1 }, 1],
    ['ids that no stage has', { a: ['gone'], b: ['a'] }, { a: 0, b: 1 }, 1],
    ['a circle', { a: ['c'], b: ['a'], c: ['b'] }, { a: 0, b: 1, c: 2 }, 2],
    ['a stage that requires itself', { a: ['a'], b: ['a'] }, { a: 0, b: 1 }, 1],
    [
      'in whatever order the tool lists them',
      { c: ['b'], b: ['a'], a: [] },
      { a: 0, b: 1, c: 2 },
      2,
    ],
  ])('places %s', (_, edges, columns, lines) => {
    const { boxes, paths } = stageLayout(graph(edges));
    expect(
      Object.fromEntries(boxes.map(({ id, column }) => [id, column])),
    ).toEqual(columns);
    expect(paths).toHaveLength(lines);
  });

  it('places a part of a stage behind it', () => {
    const { boxes } = stageLayout([
      { id: 'all', requires: [] },
      { id: 'part', requires: [], parentId: 'all' },
    ]);
    expect(boxes.map(({ column }) => column)).toEqual([0, 1]);
  });

  it('places an id that is listed twice once', () => {
    const { boxes } = stageLayout(graph({ a: [] }).concat(graph({ a: [] })));
    expect(boxes).toHaveLength(1);
  });

  it('lets no two boxes overlap', () => {
    const { boxes } = stageLayout(
      graph({ a: [], b: ['a'], c: ['a'], d: ['a'], e: ['d'] }),
    );
    const places = boxes.map(({ x, y }) => `${x}/${y}`);
    expect(new Set(places).size).toBe(boxes.length);
  });

  it('places 2,000 stages in a row in no time', () => {
    const stages = Array.from({ length: 2_000 }, (_, i) => ({
      id: `${i}`,
      requires: i > 0 ? [`${i - 1}`] : [],
    }));
    const { boxes } = stageLayout(stages);
    expect(boxes[1_999].column).toBe(1_999);
  });
});
