import { describeRunsSource } from './describeRunsSource';
import { toyHarness } from './__testUtils__/toyRunsSource';

const framework = { describe, it, beforeAll, afterAll };

describeRunsSource('a source that delivers by the worker', framework, {
  cannot: {},
  createHarness: async () => toyHarness(),
});

describeRunsSource('a source that delivers in-request', framework, {
  cannot: {},
  createHarness: async () => toyHarness({ delivery: 'in-request' }),
});
