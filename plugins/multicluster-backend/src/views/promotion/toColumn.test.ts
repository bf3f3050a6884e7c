import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  imageVersion,
  promotionScope,
  RUN_TIME,
  scopeGate,
  scopePipeline,
  scopeRun,
  scopeTarget,
} from '../../__testUtils__/promotionScope';
import { PromotionScope } from './PromotionScope';
import { toColumn } from './toColumn';

const columnOf = (given: Partial<PromotionScope>) =>
  toColumn(promotionScope(given), new Map(), []).view;
const going = (
  id: string,
  status: 'queued' | 'pending' | 'running' | 'waiting',
  gates = [scopeGate()],
) =>
  scopeRun({
    active: true,
    gates: status === 'waiting' ? gates : [],
    run: { id, status, finishedAt: undefined },
  });

describe('toColumn', () => {
  it.each([
    ['that has the gate', [going('b', 'running'), going('a', 'waiting')], 'a'],
    ['that does something', [going('b', 'queued'), going('a', 'running')], 'a'],
    ['that comes first', [going('b', 'queued'), going('a', 'pending')], 'a'],
    ['that is not over', [scopeRun()], undefined],
  ])('shows the run %s', (_, runs, expected) => {
    expect(columnOf({ runs }).run?.id).toBe(expected);
  });

  it('shows a cluster as the worst of what it runs', () => {
    const targets = [
      scopeTarget({ cluster: 'b' }),
      scopeTarget({ cluster: 'a' }),
      scopeTarget({ cluster: 'b', state: 'unhealthy' }),
    ];
    expect(
      columnOf({ targets }).clusters.map(item => [item.name, item.state]),
    ).toEqual([
      ['a', 'healthy'],
      ['b', 'unhealthy'],
    ]);
  });

  it('shows what a tool delivered where no cluster is read, without a cluster', () => {
    const deliveries = [{ pipeline: scopePipeline() }];
    const artifacts = [
      { kind: 'image' as const, name: 'acme/shop', version: 'latest' },
      { kind: 'git' as const, name: 'apps', version: 'aaaaaaa1' },
    ];
    const view = columnOf({
      deliveries,
      runs: [scopeRun({ run: { artifacts } })],
    });
    expect(view.versions).toEqual([
      {
        name: 'shop',
        version: 'latest',
        unpinned: true,
        digests: [],
        knowledge: 'known',
        clusters: [],
      },
    ]);
    expect(view.since).toBe(new Date(RUN_TIME + 600_000).toISOString());
  });

  it('shows that one of several pipelines stayed behind where no cluster is read', () => {
    const image = (version: string) => [
      { kind: 'image' as const, name: 'acme/shop', version },
    ];
    const deliveries = [1, 2].map(rowId => ({
      pipeline: scopePipeline({ rowId }),
    }));
    const runs = [
      scopeRun({ pipelineRowId: 1, run: { artifacts: image('v2') } }),
      scopeRun({
        pipelineRowId: 2,
        run: { artifacts: image('v2'), status: 'failed' },
      }),
      scopeRun({ pipelineRowId: 1, run: { artifacts: image('v1') } }),
      scopeRun({ pipelineRowId: 2, run: { artifacts: image('v1') } }),
    ];
    expect(
      columnOf({ deliveries, runs }).versions.map(({ version }) => version),
    ).toEqual(['v2', 'v1']);
  });

  it('says that a gate is last known, and offers no decision, while its tool cannot be read', () => {
    const waiting = going('a', 'waiting', [scopeGate({ actionable: false })]);
    const view = columnOf({
      targets: [scopeTarget()],
      runs: [{ ...waiting, lastKnown: true }],
    });
    expect(view.sentence).toMatchObject({
      code: 'promotion.environment.toolLastKnown',
      tone: 'warn',
    });
  });

  it('says that what only a tool says is last known while that cannot be read', () => {
    const view = columnOf({
      deliveries: [{ pipeline: scopePipeline({ tool: 'PipeCD' }) }],
      runs: [scopeRun()],
      stale: [sentence('view.unplaced')],
    });
    expect(view.sentence).toMatchObject({
      code: 'promotion.environment.toolLastKnown',
      params: { tool: 'PipeCD' },
    });
  });

  it('takes the time of no run for that of clusters', () => {
    const targets = [scopeTarget({ versions: [imageVersion('v9')] })];
    const view = columnOf({ targets, runs: [scopeRun()] });
    expect(view).toMatchObject({ sinceAtLeast: true });
    expect(view.commit).toBeUndefined();
  });
});
