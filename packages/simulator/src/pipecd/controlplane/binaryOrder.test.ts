import { binaryOrder } from './binaryOrder';

describe('the order of rows of the same second', () => {
  it.each([
    [
      '748e7a2c-aee3-41d8-9c84-09b4a117cbad',
      '571340d4-1f8d-4393-8f45-df7c7dac89fb',
    ],
    [
      'e9b22218-f044-47ab-959c-2efcb0ee9837',
      '090c6d94-d01c-4dee-b330-9d999332c8fb',
    ],
    [
      '891fdf0e-4373-463c-aa0f-bb8cd84de5c2',
      '3a320d3a-9a7e-496f-9e2b-2d4ca3b9e668',
    ],
  ])('is that of a recorded walk: %s before %s', (first, second) => {
    expect(binaryOrder(first, second)).toBe(-1);
    expect(binaryOrder(second, first)).toBe(1);
    expect(binaryOrder(first, first)).toBe(0);
  });
});
