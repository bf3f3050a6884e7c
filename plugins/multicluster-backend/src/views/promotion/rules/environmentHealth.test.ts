import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  imageVersion,
  promotionScope,
  scopeGate,
  scopePipeline,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { PromotionScope, ScopeTarget } from '../PromotionScope';
import { environmentHealth } from './environmentHealth';
import { environmentVersions } from './environmentVersions';

const healthOf = (given: Partial<PromotionScope>, gates: object[] = []) => {
  const scope = promotionScope(given);
  const said = environmentHealth(
    scope,
    environmentVersions(scope.targets, new Map()),
    gates.map(() => ({ gate: scopeGate(), run: scopeRun() })),
  );
  return [said.health, said.sentence.code.split('.').pop(), said.sentence.tone];
};
const on = (cluster: string, given: Partial<ScopeTarget> = {}) =>
  scopeTarget({ cluster, ...given });
const lost = { freshness: { state: 'last-known' as const } };

describe('environmentHealth', () => {
  it.each<[string, ScopeTarget[], string[]]>([
    [
      'all are',
      [on('a'), on('b', { state: 'applied' })],
      ['healthy', 'healthy', 'info'],
    ],
    [
      'one is ill',
      [on('a'), on('b', { state: 'unhealthy' })],
      ['unhealthy', 'unhealthy', 'bad'],
    ],
    [
      'one is ill and others move',
      [on('a', { state: 'pending' }), on('b', { state: 'apply-failed' })],
      ['unhealthy', 'unhealthy', 'bad'],
    ],
    [
      'one moves',
      [on('a'), on('b', { state: 'rolling-out' })],
      ['progressing', 'progressing', 'run'],
    ],
    [
      'one has been moving for longer than it may',
      [
        on('a'),
        on('b', {
          state: 'rolling-out',
          axes: {
            lifecycle: 'desired',
            delivery: 'rolling-out',
            health: 'unhealthy',
          },
        }),
      ],
      ['unhealthy', 'unhealthy', 'bad'],
    ],
    [
      'one was healthy when it was lost',
      [on('a'), on('b', lost)],
      ['unknown', 'lastKnown', 'warn'],
    ],
    [
      'one was ill when it was lost',
      [on('a'), on('b', { ...lost, state: 'unhealthy' })],
      ['unknown', 'unhealthyLastKnown', 'warn'],
    ],
    [
      'one is ill and another was when it was lost',
      [
        on('a', { state: 'unhealthy' }),
        on('b', { ...lost, state: 'unhealthy' }),
      ],
      ['unhealthy', 'unhealthy', 'bad'],
    ],
    [
      'one is held',
      [on('a'), on('b', { state: 'suspended' })],
      ['unknown', 'held', 'hold'],
    ],
    [
      'nobody knows',
      [on('a', { state: 'unknown' })],
      ['unknown', 'unknown', 'warn'],
    ],
  ])('where %s', (_, targets, expected) => {
    expect(healthOf({ targets })).toEqual(expected);
  });

  it('names clusters, three at most', () => {
    const targets = ['d', 'a', 'b', 'c', 'a'].map(name =>
      on(name, { state: 'unhealthy' }),
    );
    const said = environmentHealth(promotionScope({ targets }), [], []);
    expect(said.sentence.params).toEqual({ clusters: 'a, b, c, +1' });
  });

  it.each(['succeeded', 'failed'] as const)(
    'is what clusters report, although the tool says %s',
    status => {
      const runs = [scopeRun({ run: { status } })];
      const deliveries = [{ pipeline: scopePipeline() }];
      const ill = [on('a', { state: 'unhealthy' })];
      expect(healthOf({ targets: ill, runs, deliveries })[0]).toBe('unhealthy');
      expect(healthOf({ targets: [on('a')], runs, deliveries })[0]).toBe(
        'healthy',
      );
    },
  );

  it('says first what waits for a person', () => {
    const targets = [on('a', { state: 'rolling-out' })];
    expect(healthOf({ targets }, [{}])).toEqual([
      'progressing',
      'gate',
      'hold',
    ]);
  });

  it('says that a moved tag is not the same everywhere', () => {
    const targets = ['sha256:aa', 'sha256:bb'].map((digest, index) =>
      on(`c${index}`, { versions: [imageVersion('latest', digest)] }),
    );
    expect(healthOf({ targets })).toEqual(['healthy', 'movedTag', 'warn']);
  });

  it.each<[string, Partial<PromotionScope>, string[]]>([
    ['nothing is there', {}, ['absent', 'absent', 'info']],
    [
      'nothing was read',
      { unread: sentence('view.source.starting') },
      ['unknown', 'unread', 'warn'],
    ],
    [
      'only a tool knows it',
      { deliveries: [{ pipeline: scopePipeline() }] },
      ['unknown', 'toolOnly', 'info'],
    ],
    [
      'nobody said what belongs to it',
      { configured: false },
      ['absent', 'notConfigured', 'info'],
    ],
  ])('without a copy, where %s', (_, given, expected) => {
    expect(healthOf(given)).toEqual(expected);
  });
});
