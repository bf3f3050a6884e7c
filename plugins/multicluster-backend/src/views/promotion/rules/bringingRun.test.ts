import {
  imageVersion,
  RUN_TIME,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { ScopeRun, ScopeTarget } from '../PromotionScope';
import { bringingRun } from './bringingRun';
import { environmentVersions } from './environmentVersions';
import { imageNames } from './imageNames';

const MINUTE = 60_000;

const brought = (
  runs: ScopeRun[],
  targets: ScopeTarget[] = [scopeTarget()],
  since = { since: RUN_TIME + 5 * MINUTE, atLeast: false },
) =>
  bringingRun(
    runs,
    targets,
    environmentVersions(
      targets,
      imageNames(
        targets.flatMap(item => item.versions.map(({ image }) => image)),
      ),
    ),
    since,
  )?.run.id;

const artifacts = (version: string, name = 'shop') => [
  { kind: 'image' as const, name, version },
];
const v2 = { artifacts: artifacts('v2.0.0'), commit: { sha: 'bbbbbbb2' } };

describe('bringingRun', () => {
  it('is the one that delivers what clusters report, not the newest', () => {
    const runs = [
      scopeRun({ run: { id: 'newer', ...v2 } }),
      scopeRun({ run: { id: 'right' } }),
    ];
    expect(brought(runs)).toBe('right');
  });

  it('is a run still on its way where clusters run its version already', () => {
    const runs = [
      scopeRun({
        active: true,
        run: { id: 'going', status: 'running', finishedAt: undefined, ...v2 },
      }),
      scopeRun({ run: { id: 'old' } }),
    ];
    const targets = [scopeTarget({ versions: [imageVersion('v2.0.0')] })];
    expect(brought(runs, targets)).toBe('going');
  });

  it('is the one that most clusters run the version of, while a canary is on its way', () => {
    const runs = [
      scopeRun({
        active: true,
        run: { id: 'going', status: 'waiting', finishedAt: undefined, ...v2 },
      }),
      scopeRun({ run: { id: 'old' } }),
    ];
    const on = (cluster: string, version: string) =>
      scopeTarget({ cluster, versions: [imageVersion(version)] });
    const canary = on('a', 'v2.0.0');
    expect(brought(runs, [canary, on('b', 'v1.0.0'), on('c', 'v1.0.0')])).toBe(
      'old',
    );
    expect(brought(runs, [canary, on('b', 'v2.0.0'), on('c', 'v1.0.0')])).toBe(
      'going',
    );
  });

  it('is none that failed or was cancelled, whatever it wanted to deliver', () => {
    for (const status of ['failed', 'cancelled', 'unknown'] as const) {
      expect(brought([scopeRun({ run: { status } })])).toBeUndefined();
    }
  });

  it('is none where a run also delivers another version of an image that runs there', () => {
    const targets = [
      scopeTarget({
        versions: [
          imageVersion('v1.0.0'),
          { container: 'b', image: 'acme/cart:v1.0.0', version: 'v1.0.0' },
        ],
        markedBy: [],
      }),
    ];
    const run = {
      artifacts: [...artifacts('v1.0.0'), ...artifacts('v3', 'cart')],
    };
    expect(brought([scopeRun({ run })], targets)).toBeUndefined();
  });

  it('is the first of several runs of one commit in a row', () => {
    const runs = [
      scopeRun({ run: { id: 'again' } }),
      scopeRun({ run: { id: 'other', ...v2 }, pipelineRowId: 2 }),
      scopeRun({ run: { id: 'first' } }),
      scopeRun({ run: { id: 'before', ...v2 } }),
      scopeRun({ run: { id: 'long ago' } }),
    ];
    expect(brought(runs)).toBe('first');
  });

  describe('of a tag that is not pinned, or a run that names no image', () => {
    const latest = [scopeTarget({ versions: [imageVersion('latest')] })];
    const run = (given = {}) =>
      scopeRun({ run: { artifacts: artifacts('latest'), ...given } });

    it.each([
      ['while it was at work', 5, [1], false, 'run-id'],
      ['soon after it', 14, [1], false, 'run-id'],
      ['long after it', 16, [1], false, undefined],
      ['before it began', 0, [1], false, undefined],
      ['at a time nobody saw', 5, [1], true, undefined],
      ['without a mark of its tool', 5, [], false, undefined],
    ])(
      'is the one that clusters were seen to change with, %s',
      (_, minutes, markedBy, atLeast, expected) => {
        const since = { since: RUN_TIME + minutes * MINUTE, atLeast };
        const targets = latest.map(target => ({ ...target, markedBy }));
        expect(brought([run()], targets, since)).toBe(expected);
        expect(brought([run({ artifacts: [] })], targets, since)).toBe(
          expected,
        );
      },
    );
  });

  it('is the newest that arrived where no cluster is read', () => {
    const runs = [
      scopeRun({ run: { id: 'failed', status: 'failed' } }),
      scopeRun({ run: { id: 'last', ...v2 } }),
      scopeRun({ run: { id: 'older' } }),
    ];
    expect(brought(runs, [])).toBe('last');
  });
});
