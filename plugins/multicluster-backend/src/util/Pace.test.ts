import { Pace } from './Pace';

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('Pace', () => {
  it('keeps slices of work to their share of the time', async () => {
    const begun = performance.now();
    const pace = Pace.begin(0.25);
    for (let slice = 0; slice < 5; slice++) {
      work(10);
      await pace.rest();
    }
    // Fifty milliseconds of work are a quarter of two hundred.
    expect(performance.now() - begun).toBeGreaterThan(190);
  });

  it('lets what others do have their turn after each slice', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    const pace = Pace.begin(0.5);
    for (let slice = 0; slice < 5; slice++) {
      work(10);
      await pace.rest();
    }
    clearInterval(others);
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('goes on after a slice during which everything stood still', async () => {
    const pace = Pace.begin(0.01);
    work(50);
    const rested = performance.now();
    await pace.rest();
    expect(performance.now() - rested).toBeLessThan(2_000);
  });
});
