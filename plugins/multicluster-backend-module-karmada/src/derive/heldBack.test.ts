import { binding, derive, runs } from '../__fixtures__/objects';
import { recording } from '../__fixtures__/recording';
import { Replay } from '../__fixtures__/replay';

type Step = [wanted: number, held: boolean, status: Record<string, unknown>];

const all = { suspension: { dispatching: true } };
const status = (made: number, ready = made, more = {}) => ({
  aggregatedStatus: [
    runs('m1', made, {
      readyReplicas: ready || undefined,
      availableReplicas: ready || undefined,
      ...more,
    }),
  ],
});
const nothing = { aggregatedStatus: [{ clusterName: 'm1', applied: false }] };

/** What is held back from m1 at the end of these steps. */
function heldBack(...steps: Step[]): number | undefined {
  const last = steps.reduce<ReturnType<typeof derive> | undefined>(
    (previous, [wanted, held, said]) =>
      derive(
        binding(
          {
            replicas: wanted,
            placement: {
              replicaScheduling: { replicaSchedulingType: 'Divided' },
            },
            clusters: [{ name: 'm1', replicas: wanted }],
            ...(held && all),
          },
          said,
        ),
        { previous },
      ),
    undefined,
  );
  return last?.targets[0].heldBack;
}

describe('copies that a hold keeps from a cluster', () => {
  const given: Step[] = [
    [4, false, status(4)],
    [4, true, status(4)],
  ];

  it.each<[string, Step[], number | undefined]>([
    ['are none while all run', [], undefined],
    ['are none while a pod restarts', [[4, true, status(4, 3)]], undefined],
    ['are none while none is ready', [[4, true, status(4, 0)]], undefined],
    [
      'are none while a pod is taken away and made anew',
      [[4, true, status(3)]],
      undefined,
    ],
    ['are those that came to it on paper', [[6, true, status(4)]], 2],
    ['are not those that restart at that moment', [[6, true, status(4, 1)]], 2],
    [
      'are none once they were released, though one restarts',
      [
        [6, true, status(4)],
        [6, false, status(4)],
        [6, false, status(6)],
        [6, true, status(6, 5)],
      ],
      undefined,
    ],
    [
      'are none once they were released without anybody seeing it held open',
      [
        [6, true, status(4)],
        [6, true, status(6, 5)],
      ],
      undefined,
    ],
    [
      'are none where fewer are wanted than it has',
      [[2, true, status(4)]],
      undefined,
    ],
    [
      'are all of them where it was lost and came back without',
      [[4, true, nothing]],
      4,
    ],
  ])('%s', (_, steps, expected) => {
    expect(heldBack(...given, ...steps)).toBe(expected);
  });

  it('are told by the copies that it made where nobody saw what it was given, and stay those', () => {
    const first: Step = [4, true, status(2, 1)];
    expect(heldBack(first)).toBe(2);
    expect(heldBack(first, first)).toBe(2);
  });

  it('are none of what was never anywhere: it waits for its first release', () => {
    expect(heldBack([4, true, nothing])).toBeUndefined();
  });

  it('are none of a kind that counts no copies', () => {
    const object = {
      resource: { apiVersion: 'example.org/v1', kind: 'App', name: 'web' },
      clusters: [{ name: 'm1', replicas: 4 }],
      ...all,
    };
    const [target] = derive(binding(object, status(1))).targets;
    expect(target.heldBack).toBeUndefined();
  });

  it.each`
    journey                                  | name                  | cluster      | copies
    ${'held-while-a-cluster-is-lost'}        | ${'lane-deployment'}  | ${'member2'} | ${2}
    ${'held-while-its-only-cluster-is-lost'} | ${'away-deployment'}  | ${'member2'} | ${2}
    ${'held-while-a-lost-cluster-returns'}   | ${'twice-deployment'} | ${'member1'} | ${2}
  `('are $copies on $cluster at the end of $journey', row => {
    const { derived } = Replay.of(recording(row.journey)).last(row.name);
    expect(
      derived.targets.flatMap(({ cluster, heldBack: count }) =>
        count ? [[cluster, count]] : [],
      ),
    ).toEqual([[row.cluster, row.copies]]);
  });
});
