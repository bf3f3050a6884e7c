import { recording } from '../__fixtures__/recording';
import { ManifestDigester } from './ManifestDigester';
import { LaneBinding } from './LaneBinding';
import { toLaneObject } from './toLaneObject';

const binding = {
  fact: { key: 'live/twice', workload: { kind: 'Deployment', name: 'twice' } },
} as unknown as LaneBinding;

describe('toLaneObject', () => {
  it('tells what a cluster has not any more that came back from what is merely held there', async () => {
    const digester = ManifestDigester.create();
    const works = recording('held-while-a-lost-cluster-returns').filter(
      ({ stream, object }) =>
        stream === 'work' &&
        object.metadata.namespace === 'karmada-es-member1' &&
        object.metadata.name.startsWith('twice'),
    );
    const seen = await Promise.all(
      works.map(async ({ object }) => {
        const found = await toLaneObject(
          { binding, cluster: 'member1', work: object },
          digester,
        );
        return [
          object.metadata.uid.slice(0, 4),
          found?.dispatched,
          found?.absent,
        ];
      }),
    );
    // Sent, then held; the Work is another one once the cluster is back, and was never sent.
    expect(seen.map(item => item.join(' '))).toEqual([
      '4940 true ',
      '4940 true ',
      '4940 true ',
      '4940 false ',
      '4940 false ',
      '4940 false ',
      'df94 false true',
    ]);
    const digests = await Promise.all(
      [works[3], works[6]].map(({ object }) =>
        toLaneObject({ binding, cluster: 'member1', work: object }, digester),
      ),
    );
    expect(digests[0]?.digest).toBe(digests[1]?.digest);
  });
});
