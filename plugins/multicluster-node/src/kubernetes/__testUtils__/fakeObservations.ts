import { eventually } from '../../testUtils';
import { FakeObservation, observeFake } from './observeFake';

type Observe = typeof observeFake;

/**
 * Observations of a fake collection that end with their test. To be called in the body of a `describe`; each test starts one
 * at the most.
 */
export function fakeObservations(): {
  observe: Observe;
  /** The same, but it resolves once the observation watches. */
  observeUntilItWatches: Observe;
} {
  let running: FakeObservation | undefined;

  afterEach(async () => {
    const ending = running;
    running = undefined;
    await ending?.stop().catch(() => {});
  });

  const observe: Observe = async (...args) => {
    running = await observeFake(...args);
    return running;
  };
  return {
    observe,
    observeUntilItWatches: async (...args) => {
      const observation = await observe(...args);
      await eventually(() => observation.collection.watching);
      return observation;
    },
  };
}
