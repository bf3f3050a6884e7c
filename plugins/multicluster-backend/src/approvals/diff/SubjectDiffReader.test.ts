import { mockCredentials } from '@backstage/backend-test-utils';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { scopeTarget } from '../../__testUtils__/promotionScope';
import { component } from '../../__testUtils__/shopWorld';
import { DetailReader } from '../../service/DetailService';
import { badInput } from '../../util/codedErrors';
import { Comparable } from '../../views/promotion/ComparableReader';
import { draftOf } from '../__testUtils__/draftOf';
import { DiffMatter, SubjectDiffReader } from './SubjectDiffReader';

const asking = { credentials: mockCredentials.user() };
const shop = { name: 'shop', version: 'v2', digest: null, unpinned: false };
const matter: DiffMatter = {
  kind: 'pull',
  environment: 'production',
  subject: { ...draftOf('g').subject, images: [shop] },
};

function copy(cluster: string, version: string, confirmed = true) {
  const target = scopeTarget({ cluster });
  return {
    ...target,
    workload: { ...target.workload, confirmed },
    versions: [{ container: 'main', image: `acme/shop:${version}`, version }],
  };
}

/** `test` has what is given; `staging` is none of the entity. */
function reader(
  test: string,
  options: { manifest?: string; confirmed?: boolean; empty?: boolean } = {},
) {
  const { confirmed, empty } = options;
  const asked: object[] = [];
  const diff = SubjectDiffReader.create({
    environments: ['test', 'staging', 'production'],
    comparable: {
      read: async (_, query): Promise<Comparable> => {
        if (query.from === 'staging') {
          throw badInput('environment-unknown', 'none of the entity');
        }
        const pair = {
          kind: 'Deployment',
          name: 'shop',
          now: copy('shire', 'v1', confirmed),
          next: copy('gondor', test),
        };
        return {
          workloads: empty ? [] : [pair],
          unread: { now: undefined, next: undefined },
        };
      },
    },
    promotion: {
      diff: async (_, query) => {
        asked.push(query);
        const hunk = { line: 1, lines: [] };
        const next = { state: 'read' as const, cluster: 'gondor' };
        const now = { state: 'read' as const, cluster: 'shire' };
        const workload = { kind: 'Deployment', name: 'shop', now, next };
        return {
          entityRef: 'component:default/shop',
          ...query,
          workloads: [
            { ...workload, hunks: [hunk] },
            {
              ...workload,
              name: 'job',
              now: { state: 'absent' as const },
            },
          ],
          observedAt: '',
        };
      },
    },
    details: {
      read: async () =>
        options.manifest
          ? [
              {
                cluster: 'shire',
                items: [
                  { versions: [], overrides: [], manifest: options.manifest },
                ],
              },
            ]
          : [
              {
                cluster: 'shire',
                items: [],
                problem: { sentence: sentence('view.detail.off') },
              },
            ],
    } as unknown as Pick<DetailReader, 'read'>,
    held: {
      read: async () => ({ diff: [], basis: sentence('approval.diff.held') }),
    },
  });
  return {
    asked,
    read: (more: Partial<DiffMatter> = {}) =>
      diff.read(component('shop', {}), { ...matter, ...more }, asking),
  };
}

describe('SubjectDiffReader', () => {
  it('compares with the nearest environment that has the same images', async () => {
    const { read, asked } = reader('v2');
    const { diff, basis } = await read();
    expect(asked).toEqual([{ from: 'test', to: 'production' }]);
    expect(basis.params).toEqual({ environment: 'test' });
    expect(diff).toEqual([
      {
        cluster: 'shire',
        object: 'Deployment/shop',
        hunks: [{ line: 1, lines: [] }],
      },
      {
        cluster: 'gondor',
        object: 'Deployment/job',
        note: expect.objectContaining({ code: 'approval.diff.oneSide' }),
      },
    ]);
  });

  it('puts the images into what there is now where no environment has them', async () => {
    const { read, asked } = reader('v0', {
      manifest: 'kind: Deployment\nimage: acme/shop:v1\nreplicas: 3\n',
    });
    const { diff, basis } = await read();
    expect(asked).toEqual([]);
    expect(basis.code).toBe('approval.diff.imagesAlone');
    expect(diff[0].hunks?.[0].lines).toEqual([
      { change: 'same', text: 'kind: Deployment' },
      { change: 'removed', text: 'image: acme/shop:v1' },
      { change: 'added', text: 'image: acme/shop:v2' },
      { change: 'same', text: 'replicas: 3' },
    ]);
  });

  it('tells of the images that the inventory knows, and why no more, where no manifest can be read', async () => {
    const { diff } = await reader('v0').read();
    expect(diff).toEqual([
      {
        cluster: 'shire',
        object: 'Deployment/shop',
        hunks: [
          {
            line: 1,
            lines: [
              { change: 'removed', text: 'image: acme/shop:v1' },
              { change: 'added', text: 'image: acme/shop:v2' },
            ],
          },
        ],
        note: expect.objectContaining({ code: 'view.detail.off' }),
      },
    ]);
  });

  it('reads nothing of what only the entity claims', async () => {
    const { diff } = await reader('v0', { confirmed: false }).read();
    expect(diff).toEqual([]);
  });

  it('leaves what a lane holds to who reads lanes', async () => {
    const { basis } = await reader('v2').read({ kind: 'lane' });
    expect(basis.code).toBe('approval.diff.held');
  });

  it.each<[string, Partial<DiffMatter>, boolean]>([
    ['noEnvironment', { environment: undefined }, false],
    ['noImages', { subject: { ...matter.subject, images: null } }, false],
    ['nothingThere', {}, true],
  ])('says why nothing is compared: %s', async (code, more, empty) => {
    const { diff, basis } = await reader('v2', { empty }).read(more);
    expect([diff, basis.code]).toEqual([[], `approval.diff.${code}`]);
  });
});
