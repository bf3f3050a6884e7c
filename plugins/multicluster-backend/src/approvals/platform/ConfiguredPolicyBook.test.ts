import { twoOfShop } from '../__testUtils__/draftOf';
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
