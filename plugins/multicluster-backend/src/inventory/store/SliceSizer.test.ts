import { SliceSizer } from './SliceSizer';

describe('SliceSizer', () => {
  const sizer = () => new SliceSizer({ targetMs: 14, start: 50, largest: 500 });

  it.each`
    machine         | msPerFact | atLeast | atMost
    ${'a fast one'} | ${0.01}   | ${500}  | ${500}
    ${'a fair one'} | ${0.1}    | ${110}  | ${168}
    ${'a slow one'} | ${0.5}    | ${16}   | ${34}
    ${'a snail'}    | ${10}     | ${16}   | ${16}
  `(
    'settles on $machine between $atLeast and $atMost facts',
    ({ msPerFact, atLeast, atMost }) => {
      const one = sizer();
      for (let slice = 0; slice < 50; slice += 1) {
        one.took(one.size, one.size * msPerFact);
      }
      expect(one.size).toBeGreaterThanOrEqual(atLeast);
      expect(one.size).toBeLessThanOrEqual(atMost);
    },
  );

  it('shrinks at once after a slow slice and grows slowly after it', () => {
    const one = sizer();
    one.took(50, 100);
    expect(one.size).toBe(20);
    one.took(20, 1);
    expect(one.size).toBe(24);
  });

  it('learns nothing from a slice that was cut short', () => {
    const one = sizer();
    one.took(3, 0.1);
    one.took(0, 90);
    expect(one.size).toBe(50);
  });
});
