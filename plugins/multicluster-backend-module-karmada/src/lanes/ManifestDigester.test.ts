import { recording } from '../__fixtures__/recording';
import { ManifestDigester } from './ManifestDigester';

/** What the Works of a recorded journey carry to a cluster, in the order in which they came. */
function manifests(journey: string, work: string, cluster: string) {
  return recording(journey)
    .filter(({ stream, object }) => {
      const { name, namespace } = object.metadata;
      return (
        stream === 'work' &&
        name.startsWith(work) &&
        namespace === `karmada-es-${cluster}`
      );
    })
    .map(({ object }) => object.spec.workload.manifests[0]);
}

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: { replicas: 2, template: { spec: { containers: [] } } },
};

describe('ManifestDigester', () => {
  const digester = ManifestDigester.create();

  it('gives equal content one digest on every cluster, whatever Karmada stamps on it', async () => {
    const [one] = manifests('dependencies', 'web-secret', 'member1');
    const [two] = manifests('dependencies', 'web-secret', 'member2');
    expect(one.metadata.annotations).not.toEqual(two.metadata.annotations);

    expect(await digester.digest(one)).toEqual(await digester.digest(two));
  });

  it('changes with the image that was held, and only the one without copies stays with their number', async () => {
    const held = manifests(
      'held-dispatch-released-by-cluster',
      'held',
      'member2',
    );
    const all = await Promise.all(held.map(item => digester.digest(item)));
    const steps = all.filter(
      (item, index) => item.digest !== all[index - 1]?.digest,
    );
    // First app:1, then app:2 under the hold, then three copies of that.
    expect(steps).toHaveLength(3);
    expect(steps[0].digestWithoutReplicas).not.toBe(
      steps[1].digestWithoutReplicas,
    );
    expect(steps[1].digestWithoutReplicas).toBe(steps[2].digestWithoutReplicas);
  });

  it.each([
    ['an image', { spec: { ...web.spec, template: { spec: {} } } }],
    ['a label', { metadata: { ...web.metadata, labels: { app: 'web2' } } }],
    [
      'how conflicts are resolved',
      {
        metadata: {
          ...web.metadata,
          annotations: { 'work.karmada.io/conflict-resolution': 'overwrite' },
        },
      },
    ],
  ])('changes with %s', async (_, change) => {
    const { digest } = await digester.digest({ ...web, ...change });
    expect(digest).not.toBe((await digester.digest(web)).digest);
  });

  it('does not depend on the order of fields', async () => {
    const { spec, metadata, ...rest } = web;
    const other = { spec, metadata, ...rest };
    expect(await digester.digest(other)).toEqual(await digester.digest(web));
  });

  it('changes with the value of a Secret, which cannot be found by trying a plain hash', async () => {
    const secret = (word: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop', labels: {} },
      data: { word: Buffer.from(word).toString('base64') },
    });
    const [one, same, two] = await Promise.all(
      ['hunter2', 'hunter2', 'hunter3'].map(word =>
        digester.digest(secret(word)),
      ),
    );
    expect(one).toEqual(same);
    expect(one.digest).not.toBe(two.digest);
    const plain = await ManifestDigester.create().digest({
      ...secret('hunter2'),
      kind: 'ConfigMap',
    });
    expect(plain.digest).not.toBe(one.digest);
    // Stable over processes: another one has to come to the same.
    expect(await ManifestDigester.create().digest(secret('hunter2'))).toEqual(
      one,
    );
  });
});
