import { TestFrameworkGlobals } from './TestFrameworkGlobals';
import { startedHarness } from './startedHarness';

/** Cases of a facet, and the harness that they run on. */
export interface DescribedCases<
  Ability extends string,
  Harness extends { close?(): Promise<void> },
> {
  cases: ReadonlyArray<{ name: string; needs: Ability[] }>;
  run(index: number, harness: Harness): Promise<void>;
  /** Every ability there is; `has`: whether a world gives it. */
  abilities: readonly Ability[];
  has(harness: Harness, ability: Ability): boolean;
  /** What the world cannot do, and why. */
  cannot: Partial<Record<Ability, string>>;
  createHarness: () => Promise<Harness>;
  /** Milliseconds a case may take (60,000). */
  timeoutMs?: number;
}

/**
 * Makes a test of each case, on one harness. What the world cannot do stands, with the reason, in the name of every case that is
 * skipped for it; what is neither declared nor given fails, so that no case is lost silently.
 *
 * @internal
 */
export function describeCases<
  Ability extends string,
  Harness extends { close?(): Promise<void> },
>(
  name: string,
  framework: TestFrameworkGlobals,
  options: DescribedCases<Ability, Harness>,
): void {
  const { describe, it } = framework;
  const { cases, cannot, createHarness, timeoutMs = 60_000 } = options;
  describe(name, () => {
    const started = startedHarness(framework, createHarness, timeoutMs);

    it(
      'the harness gives or declares every ability',
      async () => assertDeclared(started(), options),
      timeoutMs,
    );

    cases.forEach((conformanceCase, index) => {
      const run = () => options.run(index, started());
      const lacking = conformanceCase.needs.find(need => need in cannot);
      if (lacking) {
        const why = `not shown, cannot ${lacking}: ${cannot[lacking]}`;
        it.skip(`${conformanceCase.name} (${why})`, run);
      } else {
        it(conformanceCase.name, run, timeoutMs);
      }
    });
  });
}

function assertDeclared<
  Ability extends string,
  Harness extends { close?(): Promise<void> },
>(harness: Harness, options: DescribedCases<Ability, Harness>): void {
  const { abilities, has, cannot } = options;
  const given = abilities.filter(ability => has(harness, ability));
  const open = abilities.filter(
    ability => !given.includes(ability) && !cannot[ability],
  );
  if (open.length > 0) {
    throw new Error(`Neither given nor declared: ${open.join(', ')}`);
  }
  const both = given.filter(ability => cannot[ability]);
  if (both.length > 0) {
    throw new Error(`Given, and declared as impossible: ${both.join(', ')}`);
  }
}
