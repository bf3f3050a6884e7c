import { describeLanesSource } from './describeLanesSource';
import { lanesSourceCases } from './lanesSourceCases';
import { runLanesCase } from './runLanesCase';
import { toyLanesHarness } from './__testUtils__/toyLanesSource';

jest.setTimeout(60_000);

describeLanesSource(
  'a source that keeps the rules of lanes',
  { describe, it, beforeAll, afterAll },
  { cannot: {}, createHarness: async () => toyLanesHarness() },
);

/** What is wrong with a source, and the case that finds it out. */
const flaws: Array<[string, string]> = [
  ['holds one alone', 'what is held reaches no cluster'],
  ['says that it sends', 'what is held reaches no cluster'],
  ['releases all', 'a release reaches the cluster that is named'],
  ['holds one alone', 'held again after a release'],
  ['stays held', 'disarmed, everything arrives'],
  ['leaves its note', 'disarmed, everything arrives'],
  ['forgets who', 'who holds a lane is noted'],
  ['drops the note', 'who holds a lane is noted'],
  ['calls all orphans', 'a policy that is deleted while it holds'],
  ['forgets orphans', 'a policy that is deleted while it holds'],
  ['ignores versions', 'a change of what was looked at before'],
  ['does it at once', 'a dry run changes nothing'],
  ['changes again', 'the same change sent again'],
  ['takes over', 'where somebody else manages'],
  ['hides who manages', 'where somebody else manages'],
  ['lets all in', 'whoever has no name in the system'],
  ['sends what was given up', 'a change that is given up'],
  ['believes', 'a change whose answer is lost'],
  ['takes a failure for a refusal', 'a system that cannot be reached'],
  ['hands errors on', 'a system that cannot be reached'],
  ['cannot hold', 'what can be held is said'],
  ['has digests of its own', 'two looks at the same content'],
  ['looks at names alone', 'another image is another digest'],
  ['takes copies for content', 'another number of copies'],
  ['shows secrets', 'no value of a secret'],
  ['fails every check', 'a lane that nothing keeps from it'],
  ['believes conditions', 'what was released is observed'],
  ['never sees', 'what was released is observed'],
  ['does not compare', 'content that is not what was approved'],
];

const named = (part: string) =>
  lanesSourceCases.filter(({ name }) => name.includes(part));

describe('the conformance kit of lanes finds out', () => {
  it.concurrent.each(flaws)('a source that %s (%s)', async (flaw, part) => {
    const [conformanceCase, ...others] = named(part);
    expect(others).toEqual([]);
    const right = toyLanesHarness();
    const wrong = toyLanesHarness({ patienceMs: 500, flaws: [flaw] });
    // Else the case would fail for another reason than what is wrong.
    await runLanesCase(conformanceCase, right);
    await expect(runLanesCase(conformanceCase, wrong)).rejects.toThrow();
  });

  it('a wrong source by every case, of which there are at least twelve', () => {
    const found = new Set(flaws.flatMap(([, part]) => named(part)));
    const unproven = lanesSourceCases.filter(each => !found.has(each));
    expect(unproven.map(({ name }) => name)).toEqual([]);
    expect(lanesSourceCases.length).toBeGreaterThanOrEqual(12);
  });
});
