import { neutralText } from './neutralText';

const names = { environment: 'test', namespace: 'shop-test' };

describe('neutralText', () => {
  it.each`
    what                            | line                                    | neutral
    ${'a label'}                    | ${'    env: test'}                      | ${'    env: <environment>'}
    ${'a quoted label'}             | ${'    env: "test"'}                    | ${'    env: <environment>'}
    ${'an argument'}                | ${'        - test'}                     | ${'        - <environment>'}
    ${'a part of a label'}          | ${'    env: test-2'}                    | ${'    env: test-2'}
    ${'a tag'}                      | ${'        image: shop:test'}           | ${'        image: shop:test'}
    ${'a name'}                     | ${'      - name: test'}                 | ${'      - name: test'}
    ${'a key'}                      | ${'    test: yes'}                      | ${'    test: yes'}
    ${'the namespace of a peer'}    | ${'    namespace: shop-test'}           | ${'    namespace: <namespace>'}
    ${'the address of a neighbour'} | ${'  - http://db.shop-test.svc:5432/a'} | ${'  - http://db.<namespace>.svc:5432/a'}
    ${'an address with a port'}     | ${'  - db.shop-test:5432'}              | ${'  - db.<namespace>:5432'}
    ${'another namespace'}          | ${'  - db.shop-test-2.svc'}             | ${'  - db.shop-test-2.svc'}
    ${'an image'}                   | ${'  image: registry/shop-test/app:v1'} | ${'  image: registry/shop-test/app:v1'}
  `('writes $what', ({ line, neutral }) => {
    expect(neutralText(line, names)).toBe(neutral);
  });

  it('takes no name for a part of a pattern', () => {
    expect(
      neutralText('a: b.sxop.svc', { environment: '', namespace: 's.op' }),
    ).toBe('a: b.sxop.svc');
  });

  it('takes no longer for a line that is made to keep it busy', () => {
    const begun = performance.now();
    for (const line of [
      `${' '.repeat(300_000)}a"b"test`,
      `${'- '.repeat(300_000)}a"b"test`,
      `${' '.repeat(300_000)}x`,
    ]) {
      expect(neutralText(line, names)).toBe(line);
    }
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
