import { recording } from '../__fixtures__/recording';
import { isSettled } from './isSettled';
import { LaneBinding } from './LaneBinding';

type Json = Record<string, any>;
const binding = {} as LaneBinding;

function settled(
  options: {
    copies?: number;
    generation?: string;
    replicas?: number;
    deleting?: boolean;
    overridden?: string;
  },
  template?: Json,
) {
  const { copies = 2, generation = '3', replicas = 2, deleting } = options;
  const { overridden } = options;
  const overrides = JSON.stringify([
    {
      policyName: 'o',
      overriders: { plaintext: [{ path: overridden, operator: 'replace' }] },
    },
  ]);
  const annotations = { 'resourcetemplate.karmada.io/generation': generation };
  const work = {
    metadata: {
      ...(deleting && { deletionTimestamp: 'now' }),
      ...(overridden && {
        annotations: { 'policy.karmada.io/applied-overrides': overrides },
      }),
    },
    spec: {
      workload: {
        manifests: [{ metadata: { annotations }, spec: { replicas: copies } }],
      },
    },
  };
  return isSettled({ binding, cluster: 'm1', replicas, work }, template);
}

describe('isSettled', () => {
  it.each([
    ['carries what is wanted', {}, 3, true],
    ['is of the template before', { generation: '2' }, 3, false],
    ['has the number of copies before', { copies: 1 }, 3, false],
    // An override that was seen on a running Karmada kept a lane from ever asking about what it held.
    [
      'has the number of copies of an override',
      { copies: 1, overridden: '/spec/replicas' },
      3,
      true,
    ],
    [
      'has it, and is of the template before',
      { copies: 1, overridden: '/spec/replicas', generation: '2' },
      3,
      false,
    ],
    [
      'has the number of copies before, and another override',
      { copies: 1, overridden: '/spec/paused' },
      3,
      false,
    ],
    ['is going', { deleting: true }, 3, false],
    ['is of a template that cannot be read', {}, undefined, true],
  ])('a Work that %s', (_, options, generation, expected) => {
    expect(
      settled(
        options,
        generation === undefined ? undefined : { metadata: { generation } },
      ),
    ).toBe(expected);
  });

  it('what is not rendered yet is not settled', () => {
    expect(isSettled({ binding, cluster: 'm1' }, undefined)).toBe(false);
  });

  it('sees the recorded moment of a scale-up in which the old copies are sent with the new generation', () => {
    const works = recording('canary-rollout-and-scale').filter(
      ({ stream, object }) =>
        stream === 'work' &&
        object.metadata.namespace === 'karmada-es-member1' &&
        object.metadata.name.startsWith('canary-') &&
        object.spec.workload.manifests[0].kind === 'Deployment',
    );
    const newest = works.at(-1)!.object;
    const { replicas } = newest.spec.workload.manifests[0].spec;
    const told = works.map(({ object: work }) =>
      isSettled({ binding, cluster: 'member1', replicas, work }, undefined),
    );

    expect(told[0]).toBe(false);
    expect(told.at(-1)).toBe(true);
  });
});
