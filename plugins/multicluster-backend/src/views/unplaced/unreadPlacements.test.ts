import { fakeFleet } from '../../__testUtils__/fakeFleet';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { SourceRegistry } from '../../service/SourceRegistry';
import { LaneHealth } from '../health/SourceHealth';
import { unreadPlacements, unreadScopeOf } from './unreadPlacements';

type Lane = Pick<LaneHealth, 'name' | 'state' | 'everRead'>;

const READ = { state: 'live', everRead: true } as const;
const SYNCING = { state: 'syncing', everRead: false } as const;
const REFUSED = { state: 'failed', everRead: false } as const;
const FAILING = { state: 'failed', everRead: true } as const;
const SILENT = { state: 'stale', everRead: true } as const;
const OFF = { state: 'off', everRead: false } as const;

const namespaced = { sourceId: 1, namespace: 'shops' };
const clusterScoped = { sourceId: 1, namespace: '' };

function reasons(lanes: Lane[], declared: boolean) {
  const sources = new SourceRegistry();
  sources.add(
    fakeSource({
      fleet: {
        ...fakeFleet(),
        ...(declared && {
          placementLanes: {
            namespaced: ['bindings'],
            clusterScoped: ['clusterbindings'],
          },
        }),
      },
    }),
  );
  const scopes = unreadPlacements(
    {
      lanes: new Map(),
      sources: [
        {
          sourceId: 1,
          id: 'prod',
          type: 'fake',
          state: 'live',
          lanes: lanes as LaneHealth[],
          problems: [],
          everRead: true,
        },
      ],
    },
    sources,
  );
  return [namespaced, clusterScoped].map(
    workload => unreadScopeOf(workload, scopes)?.reason.code,
  );
}

const UNREAD = 'view.unplaced.unread';
const CANNOT = 'view.unplaced.failing';

describe('unreadPlacements', () => {
  it.each<[string, Lane['state'], object, object, Array<string | undefined>]>([
    ['all are read', 'live', READ, READ, [undefined, undefined]],
    ['one is being read', 'live', SYNCING, READ, [UNREAD, undefined]],
    ['one was never allowed', 'live', READ, REFUSED, [undefined, UNREAD]],
    ['one fails since', 'live', FAILING, READ, [CANNOT, undefined]],
    ['nothing is heard of one', 'live', READ, SILENT, [undefined, CANNOT]],
    ['another kind fails', 'failed', READ, READ, [undefined, undefined]],
  ])(
    'looks at the lanes of placements alone: %s',
    (_, other, a, b, expected) => {
      expect(
        reasons(
          [
            { name: 'bindings', ...(a as typeof READ) },
            { name: 'clusterbindings', ...(b as typeof READ) },
            { name: 'overrides', state: other, everRead: false },
          ],
          true,
        ),
      ).toEqual(expected);
    },
  );

  it('knows nothing of lanes that nobody opened yet', () => {
    expect(reasons([], true)).toEqual([UNREAD, UNREAD]);
    expect(reasons([], false)).toEqual([UNREAD, UNREAD]);
  });

  it('suspects every lane of a source that does not say which it reads placements through', () => {
    const one = { name: 'any' };
    expect(reasons([{ ...one, ...READ }], false)).toEqual([
      undefined,
      undefined,
    ]);
    expect(reasons([{ ...one, ...FAILING }], false)).toEqual([CANNOT, CANNOT]);
    expect(
      reasons(
        [
          { ...one, ...READ },
          { name: 'gone', ...OFF },
        ],
        false,
      ),
    ).toEqual([undefined, undefined]);
  });

  it('says nothing of workloads of other sources', () => {
    expect(
      unreadScopeOf({ sourceId: 2, namespace: 'shops' }, [
        {
          sourceId: 1,
          namespaced: true,
          reason: { code: UNREAD, params: {}, text: '' },
        },
      ]),
    ).toBeUndefined();
  });
});
