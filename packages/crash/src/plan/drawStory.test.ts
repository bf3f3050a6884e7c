import { drawStory } from './drawStory';

const stories = Array.from({ length: 300 }, (_, n) => drawStory(1, n, 'runs'));

describe('drawStory', () => {
  it('is the same again for the same number, and another for another', () => {
    expect(drawStory(1, 7, 'runs')).toEqual(stories[7]);
    expect(drawStory(1, 8, 'runs')).not.toEqual({
      ...stories[7],
      run: 'run-8',
    });
    expect(drawStory(2, 7, 'runs')).not.toEqual(stories[7]);
  });

  it('has both kinds of gates, and people who approve, refuse, take back and decide past the rules', () => {
    expect(new Set(stories.map(({ gate }) => gate))).toEqual(
      new Set(['tool', 'script']),
    );
    const acts = stories.flatMap(({ parts }) =>
      parts.flatMap(part => part.acts.map(({ act }) => act)),
    );
    expect(new Set(acts)).toEqual(
      new Set(['approve', 'reject', 'take-back', 'break-glass']),
    );
  });

  it('has lanes alone where it is asked about lanes, other people at them, and some that are rendered once more', () => {
    const lanes = stories.map((_, n) => drawStory(1, n, 'lanes'));
    expect(new Set(lanes.map(({ gate }) => gate))).toEqual(new Set(['lane']));
    expect(lanes.map(({ parts }) => parts)).not.toEqual(
      stories.map(({ parts }) => parts),
    );
    const again = lanes.filter(one => one.againAfterMs !== undefined).length;
    expect(again).toBeGreaterThan(110);
    expect(again).toBeLessThan(190);
    expect(stories.some(one => one.againAfterMs !== undefined)).toBe(false);
    expect(lanes[7].run).not.toBe(stories[7].run);
  });

  it('gives each run three people, none of them twice', () => {
    for (const { parts } of stories) {
      expect(new Set(parts.map(({ voter }) => voter)).size).toBe(3);
    }
  });
});
