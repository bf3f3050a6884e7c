import { twoOfShop } from '../__testUtils__/draftOf';
import { PolicyMatter } from '../engine/PolicyBook';
import { PolicySubject } from '../observe/RequestRules';
import { ConfiguredPolicyBook } from './ConfiguredPolicyBook';

describe('ConfiguredPolicyBook', () => {
  it('asks what entities tighten that are confirmed, and none that merely claims the request', async () => {
    const asked: PolicySubject[] = [];
    const book = ConfiguredPolicyBook.create({
      policyOf: async about => {
        asked.push(about);
        return { policy: twoOfShop, hash: 'p1' };
      },
    });
    await book.of({
      kind: 'gate',
      source: 'tool',
      environment: 'production',
      entities: [
        { entityRef: 'component:default/mallory', confirmed: false },
        { entityRef: 'component:default/shop', confirmed: true },
      ],
      detail: { pipelineName: 'shop' },
    });
    expect(asked).toEqual([
      {
        source: 'tool',
        environment: 'production',
        pipeline: 'shop',
        entityRefs: ['component:default/shop'],
      },
    ]);
  });

  it.each<[string, Partial<PolicyMatter>, string[]]>([
    [
      'a gate by its environment and the name of its pipeline',
      { environment: 'production', detail: { pipelineName: 'shop' } },
      ['production shop'],
    ],
    [
      'a gate of a run that nobody named by neither',
      { detail: {} },
      ['undefined '],
    ],
    [
      'a gate that reaches several environments by each of them',
      {
        environment: 'test',
        detail: { pipelineName: 'shop', environments: ['test', 'production'] },
      },
      ['test shop', 'production shop'],
    ],
    [
      'a lane by the name of its placement policy',
      {
        kind: 'lane',
        environment: 'production',
        policyKey: 'prod/shops/shop',
        detail: { pipelineName: 'another' },
      },
      ['production shop'],
    ],
    ['a lane without one by none', { kind: 'lane' }, ['undefined ']],
  ])('asks about %s', async (_, matter, expected) => {
    const asked: string[] = [];
    const book = ConfiguredPolicyBook.create({
      policyOf: async ({ environment, source, pipeline }) => {
        expect(source).toBe('tool');
        asked.push(`${environment} ${pipeline}`);
        return { policy: twoOfShop, hash: 'p1' };
      },
    });
    await book.of({
      kind: 'gate',
      source: 'tool',
      entities: [],
      detail: {},
      ...matter,
    });
    expect(asked).toEqual(expected);
  });

  it('hands on what the catalog just said, so that it is not asked again', async () => {
    const asked: PolicySubject[] = [];
    const book = ConfiguredPolicyBook.create({
      policyOf: async about => {
        asked.push(about);
        return { policy: twoOfShop, hash: 'p1' };
      },
    });
    await book.of(
      { kind: 'gate', source: 'tool', entities: [], detail: {} },
      {
        owners: [],
        ownersOf: () => [],
        groupsOf: () => [],
        person: () => undefined,
        annotationOf: ref => `of ${ref}`,
      },
    );
    expect(asked[0].annotationOf?.('component:default/shop', 'any')).toBe(
      'of component:default/shop',
    );
  });
});
