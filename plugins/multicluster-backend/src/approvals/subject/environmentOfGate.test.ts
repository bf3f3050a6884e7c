import { ConfigReader } from '@backstage/config';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { Environments } from '../../views/platform/Environments';
import { environmentOfGate } from './environmentOfGate';

const environments = Environments.fromConfig(
  new ConfigReader({
    multicluster: {
      environments: [
        { name: 'test', pipelines: [{ names: ['both'], stage: 'TO_TEST' }] },
        {
          name: 'production',
          pipelines: [
            { names: ['both'], stage: 'TO_PRODUCTION' },
            { names: ['whole'] },
            { labels: { env: 'production' } },
          ],
        },
      ],
    },
  }),
);
const names = ['GATE_1', 'TO_TEST', 'GATE_2', 'TO_PRODUCTION', 'GATE_3'];
const stages = names.map(
  (name, index): Stage => ({
    id: name,
    name,
    kind: 'task',
    status: 'pending',
    nativeStatus: '',
    requires: index > 0 ? [names[index - 1]] : [],
    steps: [],
    notes: [],
    hasLog: false,
  }),
);

describe('environmentOfGate', () => {
  it.each<[string, string, string | undefined, string[], string | undefined]>([
    ['the nearest stage behind it', 'both', 'GATE_1', [], 'test'],
    ['not one that it stands behind', 'both', 'GATE_2', [], 'production'],
    ['none behind the last', 'both', 'GATE_3', [], undefined],
    ['the whole pipeline', 'whole', 'GATE_2', [], 'production'],
    ['where it runs, if nothing names it', 'else', 'GATE_1', ['test'], 'test'],
    [
      'the most guarded of those where it runs',
      'else',
      'GATE_1',
      ['production', 'test'],
      'production',
    ],
    ['nothing', 'else', undefined, [], undefined],
  ])('goes by %s', (_, name, stage, applied, expected) => {
    const pipeline = { source: 'pipecd', name, labels: {} };
    expect(
      environmentOfGate(environments, pipeline, stages, stage, applied),
    ).toBe(expected);
  });

  it('goes by the labels of the run', () => {
    const pipeline = {
      source: 'pipecd',
      name: 'else',
      labels: { env: 'production' },
    };
    expect(
      environmentOfGate(environments, pipeline, stages, 'GATE_1', ['test']),
    ).toBe('production');
  });
});
