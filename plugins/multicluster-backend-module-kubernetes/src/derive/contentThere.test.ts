import { input, workload } from '../__testUtils__/objects';
import { WorkloadNative } from '../native/WorkloadNative';
import { derivePlacement } from './derivePlacement';

const run = { wanted: undefined, total: undefined, updated: undefined };

describe('contentThere', () => {
  it.each`
    runs         | what                                    | given
    ${4}         | ${'all copies are of the newest'}       | ${{}}
    ${4}         | ${'a rollout is under way'}             | ${{ updated: 1 }}
    ${3}         | ${'nobody looked at the change yet'}    | ${{ behind: { observed: 3 } }}
    ${4}         | ${'there are no copies'}                | ${{ wanted: 0, renewed: 0, total: 0, updated: 0 }}
    ${4}         | ${'a kind counts nothing'}              | ${run}
    ${3}         | ${'the template alone changed'}         | ${{ generation: 3 }}
    ${undefined} | ${'it is not told of which'}            | ${{ generation: undefined }}
    ${undefined} | ${'nothing of the newest runs yet'}     | ${{ updated: 0 }}
    ${undefined} | ${'old and new stay beside each other'} | ${{ renewed: 1, updated: 1 }}
  `(
    'takes generation $runs to run where $what',
    ({ runs, given }: { runs?: number; given: Partial<WorkloadNative> }) => {
      expect(derivePlacement(input(given)).targets[0].runs).toBe(runs);
    },
  );

  it('takes none for that of a workload that was made anew', () => {
    const anew = workload({ uid: 'another' });
    for (const given of [{}, { behind: { observed: 4 } }]) {
      const derived = derivePlacement(input(given, { workload: anew }));
      expect(derived.targets[0]).not.toHaveProperty('runs');
    }
  });
});
