import { ConfigReader } from '@backstage/config';
import {
  DerivedRun,
  PipelineFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { scopeTarget } from '../../__testUtils__/promotionScope';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { Environments } from '../platform/Environments';
import { deliveriesOf } from './deliveriesOf';
import { PlacedTarget } from './placeWorkloads';
import { EntityPipelineRecord } from './read/selectEntityPipelines';
import { RunRecord } from './read/selectPipelineRuns';

const fact: PipelineFact = {
  type: 'pipeline',
  key: 'shop',
  name: 'shop',
  labels: {},
  deployTargets: [],
  sync: { status: 'synced' },
  disabled: false,
  deleted: false,
  native: {},
};
const derived: DerivedRun = {
  status: 'succeeded',
  nativeStatus: 'SUCCESS',
  sentence: sentence('run.succeeded'),
  stages: [],
  notes: [],
};

const pipeline = (labels = {}): EntityPipelineRecord => ({
  id: 1,
  hash: 'hash',
  source: 'tool',
  key: 'shop',
  name: 'shop',
  laneId: 7,
  confirmed: true,
  fact: { ...fact, labels },
});
const run = (id: number, labels?: Record<string, string>): RunRecord => ({
  id,
  hash: `run-${id}`,
  key: `run-${id}`,
  pipelineId: 1,
  pipelineKey: 'shop',
  active: false,
  createdAt: id * 1000,
  artifacts: [],
  trigger: { kind: 'commit' },
  derived,
  ...(labels && { labels }),
});
const marked = (environment?: string) =>
  ({ environment, target: scopeTarget() } as PlacedTarget);

function delivered(
  environments: object[],
  pipelines: EntityPipelineRecord[],
  runs: RunRecord[],
  targets: PlacedTarget[] = [],
) {
  const config = new ConfigReader({ multicluster: { environments } });
  const found = deliveriesOf(
    { pipelines, runs },
    targets,
    Environments.fromConfig(config),
    { get: () => fakeSource({ id: 'tool', product: 'The Tool' }) },
  );
  return Object.fromEntries(
    [...found].map(([name, item]) => [
      name,
      {
        stages: item.deliveries.map(({ stage }) => stage),
        runs: item.runs.map(({ run: { id } }) => id),
      },
    ]),
  );
}

const byLabel = [
  { name: 'test', pipelines: [{ labels: { env: 'test' } }] },
  { name: 'production', pipelines: [{ labels: { env: 'prod' } }] },
];

describe('deliveriesOf', () => {
  it('gives a pipeline with all of its runs to the environment that names it, newest first', () => {
    expect(
      delivered(byLabel, [pipeline({ env: 'test' })], [run(1), run(2)]),
    ).toEqual({ test: { stages: [undefined], runs: ['run-2', 'run-1'] } });
  });

  it('goes by the labels of a run where it has its own', () => {
    const runs = [run(1, { env: 'test' }), run(2, { env: 'prod' }), run(3)];
    expect(delivered(byLabel, [pipeline()], runs)).toEqual({
      test: { stages: [undefined], runs: ['run-1'] },
      production: { stages: [undefined], runs: ['run-2'] },
    });
  });

  it('gives each stage that is named to its environment', () => {
    const environments = ['A', 'B'].map(stage => ({
      name: stage.toLowerCase(),
      pipelines: [{ names: ['shop'], stage }],
    }));
    expect(delivered(environments, [pipeline()], [run(1)])).toEqual({
      a: { stages: ['A'], runs: ['run-1'] },
      b: { stages: ['B'], runs: ['run-1'] },
    });
  });

  it('gives a pipeline that nobody names to wherever runs what it marked, once', () => {
    const targets = [marked('production'), marked('production'), marked()];
    expect(delivered(byLabel, [pipeline()], [run(1)], targets)).toEqual({
      production: { stages: [undefined], runs: ['run-1'] },
    });
    expect(delivered(byLabel, [pipeline()], [run(1)])).toEqual({});
  });
});
