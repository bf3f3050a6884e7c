import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneObservation } from '@fairway/backstage-plugin-multicluster-node';
import { eachOwner } from '../rules/policy/eachOwner';
import { twoOfShop } from '../__testUtils__/draftOf';
import { changeOfLane } from './changeOfLane';
import { heldChanges } from './heldChanges';
import { imagesOfLane } from './imagesOfLane';
import { laneIdOf } from './laneIdOf';
import { laneStepKey } from './laneStepKey';
import { laneSteps } from './laneSteps';
import { outcomeOfWave } from './outcomeOfWave';
import { patienceOf } from './patienceOf';
import { readLaneId } from './readLaneId';
import { wavesOf } from './wavesOf';

const said = sentence('lane.held');

describe('laneIdOf', () => {
  it('can be read back, and nothing else can', () => {
    const lane = { source: 'west', policyKey: 'Policy/a/b' };
    expect(readLaneId(laneIdOf(lane))).toEqual(lane);
    for (const other of ['', 'x', 'WyJhIl0', 'bnVsbA', 'WyIiLCJiIl0']) {
      expect(readLaneId(other)).toBeUndefined();
    }
  });
});

describe('wavesOf', () => {
  it.each`
    clusters           | waves                    | expected                 | why
    ${['b', 'a']}      | ${undefined}             | ${[['a'], ['b']]}        | ${'one by one by name'}
    ${['c', 'b', 'a']} | ${[['b'], ['c', 'a']]}   | ${[['b'], ['a', 'c']]}   | ${'as the policy says'}
    ${['c', 'b', 'a']} | ${[['b']]}               | ${[['b'], ['a'], ['c']]} | ${'those nobody named last'}
    ${['a']}           | ${[['b'], ['a'], ['c']]} | ${[['a']]}               | ${'nothing that is not released'}
  `('$why', ({ clusters, waves, expected }) => {
    const policy = waves && { clusters: waves, next: 'healthy' };
    expect(wavesOf(clusters, policy)).toEqual(expected);
  });
});

describe('laneSteps', () => {
  const keys = (waves: string[][], next: 'healthy' | 'person') =>
    laneSteps(waves, next).map(({ key }) => key);

  it('ends with holding again, and holds while a person thinks', () => {
    expect(keys([], 'healthy')).toEqual(['hold']);
    expect(keys([['a'], ['b', 'c']], 'healthy')).toEqual([
      'cluster/a',
      'wave/b+c',
      'hold',
    ]);
    expect(keys([['a'], ['b', 'c']], 'person')).toEqual([
      'cluster/a',
      'hold/2',
      'continue/2',
      'wave/b+c',
      'hold',
    ]);
  });

  it('says in the key of a step everything that the step needs', () => {
    const steps = laneSteps([['a'], ['b', 'c'], ['d']], 'person');
    for (const { key, step } of steps) {
      expect(laneStepKey.read(key)).toEqual(step);
    }
    expect(() => laneStepKey.read('voter/ann')).toThrow();
  });
});

describe('heldChanges', () => {
  const had = (cluster: string, digest: string, appliedAt: number) => ({
    cluster,
    digest,
    digestWithoutReplicas: digest,
    appliedAt,
  });
  const now = (digest: string, dispatched: boolean, absent = false) => ({
    digest,
    digestWithoutReplicas: digest,
    dispatched,
    absent,
  });

  it.each`
    a                         | held     | slipped  | why
    ${now('v2', false)}       | ${[]}    | ${[]}    | ${'what it was given last'}
    ${now('v2', false, true)} | ${['a']} | ${[]}    | ${'what it was given last and has not any more, back from a loss'}
    ${now('v2', true, true)}  | ${[]}    | ${[]}    | ${'the same, on its way'}
    ${now('v1', false)}       | ${['a']} | ${[]}    | ${'what it had before that'}
    ${now('v3', false)}       | ${['a']} | ${[]}    | ${'something new that is held'}
    ${now('v3', true)}        | ${[]}    | ${['a']} | ${'something new that went out'}
  `('$why', ({ a, held, slipped }) => {
    const approved = [had('a', 'v2', 2), had('a', 'v1', 1), had('b', 'v3', 9)];
    expect(heldChanges({ clusters: { a } }, approved)).toEqual({
      held,
      slipped,
    });
  });

  it('takes a cluster that was given nothing yet for one that waits', () => {
    const clusters = { b: now('v1', false), a: now('v1', false) };
    expect(heldChanges({ clusters }, []).held).toEqual(['a', 'b']);
  });
});

describe('outcomeOfWave', () => {
  const sight = (
    outcomes: Array<LaneObservation['outcome']>,
    elapsedMs = 60_000,
    more: { ambiguous?: boolean } = {},
  ) =>
    outcomeOfWave({
      seen: outcomes.map((outcome, index) => ({
        cluster: `m${index}`,
        outcome,
        sentence: said,
      })),
      elapsedMs,
      patienceMs: 300_000,
      ambiguous: false,
      ...more,
    });

  it.each`
    outcomes                       | elapsed    | state         | why
    ${['observed', 'observed']}    | ${0}       | ${'observed'} | ${'all have it'}
    ${['observed', 'unproven']}    | ${0}       | ${'unproven'} | ${'one cannot be proven'}
    ${['observed', 'progressing']} | ${299_999} | ${'waiting'}  | ${'one still comes up'}
    ${['observed', 'progressing']} | ${300_000} | ${'halt'}     | ${'one does not come up'}
    ${['unreachable']}             | ${299_999} | ${'waiting'}  | ${'one is away'}
    ${['unreachable']}             | ${300_000} | ${'halt'}     | ${'one stays away'}
    ${['unhealthy', 'observed']}   | ${14_999}  | ${'waiting'}  | ${'what is said may be of before'}
    ${['unhealthy', 'observed']}   | ${15_000}  | ${'halt'}     | ${'one is not well'}
    ${['observed', 'changed']}     | ${0}       | ${'halt'}     | ${'one has other content'}
    ${['unhealthy', 'changed']}    | ${0}       | ${'halt'}     | ${'other content is worst'}
  `('is $state after $elapsed ms: $why', ({ outcomes, elapsed, state }) => {
    expect(sight(outcomes, elapsed).state).toBe(state);
  });

  it('names the clusters that have other content', () => {
    expect(sight(['observed', 'changed', 'changed'])).toMatchObject({
      changed: ['m1', 'm2'],
    });
  });

  it('does not halt for time while nobody knows whether it was sent, and lets it be sent again', () => {
    expect(sight(['progressing'], 900_000, { ambiguous: true })).toMatchObject({
      state: 'waiting',
      settled: true,
    });
    expect(sight(['progressing'], 1_000, { ambiguous: true })).toMatchObject({
      settled: false,
    });
  });
});

describe('patienceOf', () => {
  it('is that of the slowest workload, and what Kubernetes gives one that is silent', () => {
    expect(patienceOf([])).toBe(630_000);
    expect(patienceOf([{}])).toBe(630_000);
    expect(
      patienceOf([
        { progressDeadlineSeconds: 30 },
        { progressDeadlineSeconds: 60 },
      ]),
    ).toBe(90_000);
  });
});

describe('imagesOfLane', () => {
  const object = (...images: string[]) => ({
    placementKey: 'p',
    group: 'apps',
    kind: 'Deployment',
    namespace: 'a',
    name: 'b',
    digest: 'd',
    digestWithoutReplicas: 'd',
    images: images.map(image => ({ name: 'app', image })),
    dispatched: false,
  });

  it('names each image of the clusters to be released once', () => {
    const clusters = {
      m1: [object('a.b:5000/x:v1', 'y@sha256:aa')],
      m2: [object('a.b:5000/x:v1', 'z')],
      m3: [object('other:v1')],
    };
    expect(imagesOfLane({ clusters }, ['m1', 'm2'])).toEqual([
      { name: 'a.b:5000/x', version: 'v1', digest: null, unpinned: false },
      { name: 'y', version: 'aa', digest: 'sha256:aa', unpinned: false },
      { name: 'z', version: 'latest', digest: null, unpinned: true },
    ]);
    expect(imagesOfLane({ clusters: {} }, [])).toEqual([]);
  });
});

describe('changeOfLane', () => {
  const run = (createdAt: number, sha: string, ...versions: string[]) => ({
    createdAt,
    fact: {
      type: 'run' as const,
      key: sha,
      pipelineKey: 'p',
      pipelineName: 'p',
      createdAt: '',
      trigger: { kind: 'commit' as const },
      artifacts: versions.map(version => ({
        kind: 'image' as const,
        name: 'example.org/shop',
        version,
      })),
      active: false,
      native: {},
      commit: { sha },
    },
  });
  const images = [
    { name: 'example.org/shop', version: 'v2', digest: null, unpinned: false },
  ];

  it.each`
    pipelines                                     | commit       | why
    ${[[run(2, 'b', 'v2'), run(1, 'a', 'v1')]]}   | ${'b'}       | ${'the newest that brings what is held'}
    ${[[run(3, 'c', 'v3'), run(2, 'b', 'v2')]]}   | ${'b'}       | ${'and no newer one that brings something else'}
    ${[[run(2, 'b')]]}                            | ${undefined} | ${'none that names no image'}
    ${[[run(2, 'b', 'v2')], [run(3, 'b', 'v2')]]} | ${'b'}       | ${'several of one commit'}
    ${[[run(2, 'b', 'v2')], [run(3, 'c', 'v2')]]} | ${undefined} | ${'none where they do not agree'}
    ${[]}                                         | ${undefined} | ${'none where nobody marked it'}
  `('finds $why', ({ pipelines, commit }) => {
    expect(changeOfLane(pipelines, images).commit).toBe(commit);
  });
});

describe('eachOwner', () => {
  it('asks for somebody of each owner where there are several, and changes nothing else', () => {
    const shop = ['group:default/shop'];
    expect(eachOwner(twoOfShop, [])).toBe(twoOfShop);
    expect(eachOwner(twoOfShop, [shop, shop])).toBe(twoOfShop);
    expect(
      eachOwner(twoOfShop, [shop, ['group:default/pay', 'user:default/ann']]),
    ).toEqual({
      ...twoOfShop,
      require: {
        all: [
          twoOfShop.require,
          { atLeast: 1, of: { groups: ['group:default/shop'] } },
          {
            atLeast: 1,
            of: { groups: ['group:default/pay'], users: ['user:default/ann'] },
          },
        ],
      },
    });
  });
});
