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
});
