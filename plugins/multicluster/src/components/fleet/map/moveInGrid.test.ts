import { moveInGrid } from './moveInGrid';

// Ten cells in rows of four: 0-3, 4-7, 8-9.
describe('moveInGrid', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowRight', 9, 9],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 6, 9],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['Home', 6, 4],
    ['End', 4, 7],
    ['End', 8, 9],
    ['PageUp', 6, 0],
    ['PageDown', 6, 9],
  ])('takes %s from %i to %i', (key, index, expected) => {
    expect(moveInGrid(key, { index, count: 10, columns: 4 })).toBe(expected);
  });

  it('leaves other keys to the browser', () => {
    expect(
      moveInGrid('Tab', { index: 0, count: 10, columns: 4 }),
    ).toBeUndefined();
  });

  it('treats a row of unknown width as one column', () => {
    expect(moveInGrid('ArrowDown', { index: 0, count: 3, columns: 0 })).toBe(1);
  });
});
