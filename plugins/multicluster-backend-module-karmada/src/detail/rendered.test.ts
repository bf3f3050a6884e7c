import { recording } from '../__fixtures__/recording';
import { toRendered } from './toRendered';
import { workName } from './workName';

function works(journey: string) {
  return recording(journey).filter(({ stream }) => stream === 'work');
}

describe('workName', () => {
  it('is the name that Karmada documents', () => {
    expect(
      workName({ kind: 'Deployment', namespace: 'default', name: 'nginx' }),
    ).toBe('nginx-687f7fb96f');
  });

  it.each([
    ['canary-rollout-and-scale'],
    ['dependencies'],
    ['cluster-scoped-binding'],
    ['apply-conflict'],
  ])('leads to every Work of %s', journey => {
    for (const { object } of works(journey)) {
      const [manifest] = object.spec.workload.manifests;
      expect(
        workName({
          kind: manifest.kind,
          namespace: manifest.metadata.namespace ?? '',
          name: manifest.metadata.name,
        }),
      ).toBe(object.metadata.name);
    }
  });
});

describe('toRendered', () => {
  const deployment = { group: 'apps', kind: 'Deployment' };

  it('reads what each cluster was sent: images, copies and the override that was applied', () => {
    const last = (cluster: string) =>
      works('spread-and-image-override')
        .filter(e => e.object.metadata.namespace === `karmada-es-${cluster}`)
        .map(e => toRendered(e.object, deployment))
        .filter(rendered => rendered !== undefined)
        .at(-1);

    expect(last('member1')).toMatchObject({
      replicas: 3,
      versions: [{ image: 'nginx:1.27.0', version: '1.27.0' }],
      overrides: [],
    });
    expect(last('member2')).toMatchObject({
      replicas: 3,
      versions: [
        { image: 'mirror.example.org/nginx:1.27.0', version: '1.27.0' },
      ],
      overrides: [{ policy: 'nginx-m2', overriders: ['imageOverrider'] }],
    });
  });

  it('gives nothing of a Secret but that it was sent', () => {
    const secret = works('dependencies').find(
      ({ object }) => object.spec.workload.manifests[0].kind === 'Secret',
    )!.object;
    const rendered = toRendered(secret, { group: '', kind: 'Secret' });

    expect(rendered).toEqual({
      versions: [],
      overrides: [],
      manifest: expect.stringContaining('(not shown)'),
    });
    const { data } = secret.spec.workload.manifests[0];
    expect(Object.keys(data)).not.toHaveLength(0);
    for (const [key, value] of Object.entries<string>(data)) {
      expect(rendered?.manifest).toContain(`${key}: (not shown)`);
      expect(rendered?.manifest).not.toContain(value);
    }
  });

  it('does not take one kind for another, and survives broken annotations', () => {
    const [{ object }] = works('spread-and-image-override');

    expect(toRendered(object, { group: 'apps', kind: 'Job' })).toBeUndefined();
    expect(
      toRendered(
        {
          metadata: {
            annotations: { 'policy.karmada.io/applied-overrides': '{"a' },
          },
          spec: { workload: { manifests: [{ kind: 'Deployment' }] } },
        },
        deployment,
      ),
    ).toEqual({
      versions: [],
      overrides: [],
      manifest: 'kind: Deployment\n',
    });
  });
});
