import { ConfigReader } from '@backstage/config';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { Environments } from '../../views/platform/Environments';
import { environmentsOfGate } from './environmentsOfGate';

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
        {
          name: 'edge',
          pipelines: [
            { labels: { env: 'edge' } },
            { labels: { env: 'edge' }, stage: 'TO_PRODUCTION' },
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

describe('environmentsOfGate', () => {
  it.each<[string, string, string | undefined, string[], string[]]>([
    ['the nearest stage behind it', 'both', 'GATE_1', [], ['test']],
    [
      'it alone, wherever else it runs',
      'both',
      'GATE_1',
      ['production'],
      ['test'],
    ],
    ['not one that it stands behind', 'both', 'GATE_2', [], ['production']],
    ['none behind the last', 'both', 'GATE_3', [], []],
    ['the whole pipeline', 'whole', 'GATE_2', [], ['production']],
    [
      'where it runs, if nothing names it',
      'else',
      'GATE_1',
      ['test'],
      ['test'],
    ],
    [
      'all of those where it runs: the last is not the most guarded',
      'else',
      'GATE_1',
      ['edge', 'production'],
      ['production', 'edge'],
    ],
    [
      'where it runs besides what the platform says of it',
      'whole',
      'GATE_1',
      ['edge'],
      ['production', 'edge'],
    ],
    [
      'what runs in none besides, which may be production',
      'else',
      'GATE_1',
      ['test', ''],
      ['', 'test'],
    ],
    ['nothing where all of it runs in none', 'else', 'GATE_1', [''], []],
    ['nothing', 'else', undefined, [], []],
  ])('goes by %s', (_, name, stage, applied, expected) => {
    const pipeline = { source: 'pipecd', name, labels: {} };
    expect(
      environmentsOfGate(environments, pipeline, stages, stage, applied),
    ).toEqual(expected);
  });

  describe('lets labels, which a team writes,', () => {
    const judged = (name: string, env: string, applied: string[]) =>
      environmentsOfGate(
        environments,
        { source: 'pipecd', name, labels: { env } },
        stages,
        'GATE_2',
        applied,
      );

    it('add an environment', () => {
      expect(judged('else', 'production', ['test'])).toEqual([
        'test',
        'production',
      ]);
    });

    it('take none away that it runs in, nor one that the platform says', () => {
      expect(judged('else', 'edge', ['production'])).toEqual([
        'production',
        'edge',
      ]);
      expect(judged('whole', 'edge', [])).toEqual(['production', 'edge']);
      expect(judged('both', 'edge', [])).toEqual(['production']);
    });

    it('decide alone where nobody knows what it reaches', () => {
      expect(judged('else', 'edge', [])).toEqual(['edge']);
      expect(judged('else', 'edge', [''])).toEqual(['edge']);
    });
  });
});
