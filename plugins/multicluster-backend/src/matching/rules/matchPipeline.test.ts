import { globToRegExp } from '../../util/globToRegExp';
import { EntityClaim } from './EntityClaim';
import { matchPipeline } from './matchPipeline';
import { PipelineCandidate } from './PipelineCandidate';

const claim = (partial: Partial<EntityClaim>): EntityClaim => ({
  entityRef: 'component:default/shop',
  workloads: [],
  policies: [],
  ownerRef: 'group:default/shop-team',
  problems: [],
  ...partial,
});

const pipeline = (
  partial: Partial<PipelineCandidate> = {},
): PipelineCandidate => ({
  source: 'pipecd',
  key: 'a1',
  name: 'canary',
  labels: { app: 'shop', env: 'prod' },
  place: { remote: 'git.example/org/shop', branch: 'main', path: 'apps/shop' },
  annotations: {
    keys: 'tool.dev/id',
    names: 'tool.dev/name',
    labels: 'tool.dev/labels',
    sources: 'tool.dev/project',
  },
  deployed: [],
  ...partial,
});

const said = (key: string, value: string) =>
  claim({ toolAnnotations: { [`tool.dev/${key}`]: value } });

const repository = (
  path: string,
  other: Partial<NonNullable<EntityClaim['repositories']>[number]> = {},
) =>
  claim({
    repositories: [
      {
        remote: 'git.example/org/shop',
        branch: 'main',
        path,
        registered: true,
        ...other,
      },
    ],
  });

const NAMED = claim({ pipelines: [{ key: 'a1' }] });
const THIEF = {
  entityRef: 'component:default/thief',
  ownerRef: 'group:default/thieves',
};

function judge(
  own: EntityClaim,
  candidate = pipeline(),
  rivals: EntityClaim[] = [],
  mappings: Parameters<typeof matchPipeline>[2]['mappings'] = [],
) {
  const match = matchPipeline(own, candidate, {
    rivals: [own, ...rivals],
    mappings,
  });
  return match && [match.rule, match.confirmed, match.reason.code];
}

describe('matchPipeline', () => {
  it.each([
    ['its key', NAMED, 'pipelines-annotation'],
    [
      'its name',
      claim({ pipelines: [{ name: 'canary' }] }),
      'pipelines-annotation',
    ],
    [
      'its key at its source',
      claim({ pipelines: [{ source: 'pipecd', key: 'a1' }] }),
      'pipelines-annotation',
    ],
    [
      'a label of it',
      claim({ pipelines: [{ label: { key: 'app', value: 'shop' } }] }),
      'pipelines-annotation',
    ],
    [
      'its key in the words of the tool',
      said('id', 'x, a1'),
      'tool-annotation',
    ],
    [
      'its name in the words of the tool',
      said('name', 'canary'),
      'tool-annotation',
    ],
    [
      'its labels in the words of the tool',
      said('labels', 'app=shop,env=prod'),
      'tool-annotation',
    ],
    [
      'its directory',
      repository('apps/shop', { registered: false }),
      'repository',
    ],
    [
      'a directory above',
      repository('apps', { registered: false }),
      'repository',
    ],
    ['the repository', repository('', { registered: false }), 'repository'],
  ])('finds a pipeline by %s, as a claim', (_, own, rule) => {
    expect(judge(own)).toEqual([rule, false, 'match.pipeline.claimed']);
  });

  it.each([
    ['another key', claim({ pipelines: [{ key: 'b2' }] })],
    [
      'the key at another source',
      claim({ pipelines: [{ source: 'x', key: 'a1' }] }),
    ],
    ['one of several labels', said('labels', 'app=shop,env=dev')],
    ['a label without a value', said('labels', 'app')],
    [
      'the key at another source of the tool',
      claim({
        toolAnnotations: { 'tool.dev/id': 'a1', 'tool.dev/project': 'other' },
      }),
    ],
    ['a directory with the same beginning', repository('apps/sho')],
    ['a directory below', repository('apps/shop/deep')],
    [
      'another repository',
      repository('apps/shop', { remote: 'git.example/x' }),
    ],
    ['nothing', claim({ kubernetesId: 'canary' })],
  ])('does not find it by %s', (_, own) => {
    expect(judge(own)).toBeUndefined();
  });

  it('takes a pipeline that deployed a workload of the entity, as sure as the workload is', () => {
    const deployed = (confirmed: boolean) =>
      pipeline({
        deployed: [
          {
            entityRef: 'component:default/shop',
            confirmed,
            workload: 'Deployment default/shop',
          },
        ],
      });
    expect(judge(claim({}), deployed(true))).toEqual([
      'deployed-workload',
      true,
      'match.pipeline.confirmedByWorkload',
    ]);
    expect(judge(claim({}), deployed(false))).toEqual([
      'deployed-workload',
      false,
      'match.pipeline.claimedWorkload',
    ]);
    // Whatever the first rule is, what confirms is looked for in all of them.
    expect(judge(NAMED, deployed(true))).toEqual([
      'pipelines-annotation',
      true,
      'match.pipeline.confirmedByWorkload',
    ]);
    expect(judge(claim(THIEF), deployed(true))).toBeUndefined();
  });

  describe('when another team writes the mark of the pipeline on a template of its own', () => {
    const thief = claim(THIEF);
    const markedBy = (...entityRefs: string[]) =>
      entityRefs.map(entityRef => ({
        entityRef,
        confirmed: true,
        workload: `Deployment of ${entityRef}`,
      }));
    const both = markedBy('component:default/shop', THIEF.entityRef);

    it('confirms it for neither by marks alone', () => {
      const contested = ['match.pipeline.contestedWorkload'];
      const own = claim({});
      const marked = pipeline({ deployed: both });
      expect(judge(thief, marked, [own])).toEqual([
        'deployed-workload',
        false,
        ...contested,
      ]);
      expect(judge(own, marked, [thief])).toEqual([
        'deployed-workload',
        false,
        ...contested,
      ]);
      // One owner may have several entities that it deploys.
      expect(
        judge(own, marked, [{ ...thief, ownerRef: own.ownerRef }])?.[1],
      ).toBe(true);
    });

    it.each([
      ['where its entity was read from', repository('apps/shop'), {}],
      [
        'a label of the pipeline',
        NAMED,
        { labels: { 'backstage.io/entity': 'component:default/shop' } },
      ],
    ])('leaves it to whom %s says', (_, own, rest) => {
      for (const deployed of [both, markedBy(THIEF.entityRef)]) {
        const marked = pipeline({ ...rest, deployed });
        expect(judge(thief, marked, [own])?.[1]).toBe(false);
        expect(judge(own, marked, [thief])?.[1]).toBe(true);
      }
    });
  });

  it('confirms an entity that the catalog read from where the pipeline deploys', () => {
    expect(judge(repository('apps/shop'))).toEqual([
      'repository',
      true,
      'match.pipeline.confirmedByRepository',
    ]);
  });

  it('confirms nothing for an entity that was registered from another branch', () => {
    expect(judge(repository('apps/shop', { branch: 'mine' }))).toEqual([
      'repository',
      false,
      'match.pipeline.otherBranch',
    ]);
  });

  it('confirms nothing by a repository whose branch the tool does not tell', () => {
    const place = { remote: 'git.example/org/shop', path: 'apps/shop' };
    for (const branch of ['main', 'mine', undefined]) {
      expect(
        judge(repository('apps/shop', { branch }), pipeline({ place })),
      ).toEqual(['repository', false, 'match.pipeline.unknownBranch']);
    }
  });

  it.each([
    ['the same directory', 'apps/shop', false],
    ['a deeper directory', 'apps/shop', false],
    ['a directory above', 'apps', true],
  ])(
    'weighs an entity of another owner that was read from %s',
    (_, path, confirmed) => {
      const own = repository('apps/shop');
      const rival = { ...repository(path), ...THIEF };
      expect(judge(own, pipeline(), [rival])?.[1]).toBe(confirmed);
      expect(
        judge(own, pipeline(), [{ ...rival, ownerRef: own.ownerRef }])?.[1],
      ).toBe(true);
    },
  );

  it('is not impressed by an entity that only says that it lies there', () => {
    const rival = {
      ...repository('apps/shop', { registered: false }),
      ...THIEF,
    };
    expect(judge(repository('apps/shop'), pipeline(), [rival])?.[1]).toBe(true);
  });

  it.each([
    ['backstage.io/entity', 'Component:default/Shop', true],
    ['backstage.io/entity', 'component:default/other', false],
    ['backstage.io/kubernetes-id', 'shop', true],
    ['backstage.io/kubernetes-id', 'other', false],
  ])('looks at the label %s: %s of the pipeline', (label, value, confirmed) => {
    const own = { ...NAMED, kubernetesId: 'shop' };
    expect(judge(own, pipeline({ labels: { [label]: value } }))?.[1]).toBe(
      confirmed,
    );
  });

  it('finds no pipeline by its label alone', () => {
    expect(
      judge(
        claim({ kubernetesId: 'shop' }),
        pipeline({ labels: { 'backstage.io/kubernetes-id': 'shop' } }),
      ),
    ).toBeUndefined();
  });

  it('confirms an id for nobody while entities of different owners carry it, whether they name the pipeline or not', () => {
    const own = { ...NAMED, kubernetesId: 'shop' };
    const labelled = pipeline({
      labels: { 'backstage.io/kubernetes-id': 'shop' },
    });
    expect(judge(own, labelled, [{ ...own, ...THIEF }])).toEqual([
      'pipelines-annotation',
      false,
      'match.pipeline.contestedLabel',
    ]);
    expect(
      judge(own, labelled, [claim({ ...THIEF, kubernetesId: 'shop' })])?.[1],
    ).toBe(false);
    expect(
      judge(own, labelled, [claim({ ...THIEF, kubernetesId: 'other' })])?.[1],
    ).toBe(true);
  });

  it('lets the platform decide, over everything else', () => {
    const mapping = {
      name: globToRegExp('can*'),
      ownerRef: 'group:default/shop-team',
    };
    expect(judge(NAMED, pipeline(), [], [mapping])).toEqual([
      'pipelines-annotation',
      true,
      'match.pipeline.confirmedByPlatform',
    ]);
    const theirs = { ...repository('apps/shop'), ...THIEF };
    expect(judge(theirs)?.[1]).toBe(true);
    expect(judge(theirs, pipeline(), [], [mapping])).toEqual([
      'repository',
      false,
      'match.pipeline.otherHolder',
    ]);
    expect(
      judge(NAMED, pipeline(), [], [{ ...mapping, source: 'other' }])?.[1],
    ).toBe(false);
    expect(judge(claim({}), pipeline(), [], [mapping])).toBeUndefined();
  });
});
