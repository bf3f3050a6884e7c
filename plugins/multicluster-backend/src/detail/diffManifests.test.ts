import { diffManifests } from './diffManifests';

const text = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('diffManifests', () => {
  it('finds nothing where nothing is different', () => {
    expect(diffManifests(text('a: 1'), text('a: 1'))).toEqual([]);
  });

  it('says which line goes and which comes, with what is around it', () => {
    expect(
      diffManifests(
        text('a', 'b', 'c', 'd', 'image: shop:v1', 'e', 'f', 'g', 'h'),
        text('a', 'b', 'c', 'd', 'image: shop:v2', 'e', 'f', 'g', 'h'),
      ),
    ).toEqual([
      {
        line: 2,
        lines: [
          { change: 'same', text: 'b' },
          { change: 'same', text: 'c' },
          { change: 'same', text: 'd' },
          { change: 'removed', text: 'image: shop:v1' },
          { change: 'added', text: 'image: shop:v2' },
          { change: 'same', text: 'e' },
          { change: 'same', text: 'f' },
          { change: 'same', text: 'g' },
        ],
      },
    ]);
  });

  it('keeps changes that are far from each other apart', () => {
    const middle = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    const hunks = diffManifests(
      text('a', ...middle, 'b'),
      text('A', ...middle, 'B'),
    );
    expect(hunks?.map(({ line }) => line)).toEqual([1, 19]);
  });

  it('says nothing of the end of a text', () => {
    expect(diffManifests('a', 'b')?.[0].lines).toEqual([
      { change: 'removed', text: 'a' },
      { change: 'added', text: 'b' },
    ]);
  });

  it('gives up on two that have nothing in common', () => {
    const lines = (prefix: string) =>
      text(...Array.from({ length: 1500 }, (_, index) => `${prefix}${index}`));
    expect(diffManifests(lines('a'), lines('b'))).toBeUndefined();
  });
});
