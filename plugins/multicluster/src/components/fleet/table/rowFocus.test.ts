import { rowIndexOf } from './rowFocus';

const size = { count: 100, page: 10, first: 20 };

function from(index: number | undefined, key: string) {
  const table = document.createElement('div');
  table.innerHTML = `<div data-index="${index}"><a href="#x">x</a></div>`;
  const target = index === undefined ? table : table.querySelector('a');
  return rowIndexOf({ key, target }, size);
}

describe('rowIndexOf', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 13],
    ['PageDown', 95, 99],
    ['PageUp', 3, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('takes %s from row %i to row %i', (key, index, expected) => {
    expect(from(index, key)).toBe(expected);
  });

  it('goes from the table to the first row in view with Down, and leaves the rest to the browser', () => {
    expect(from(undefined, 'ArrowDown')).toBe(20);
    expect(from(undefined, 'PageDown')).toBeUndefined();
    expect(from(3, 'Tab')).toBeUndefined();
  });

  it('goes nowhere in an empty table', () => {
    const target = document.createElement('div');
    expect(
      rowIndexOf({ key: 'ArrowDown', target }, { count: 0, page: 1, first: 0 }),
    ).toBeUndefined();
  });
});
