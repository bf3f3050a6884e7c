import { textOfPart } from './textOfPart';

describe('textOfPart', () => {
  it.each([
    ['commit', '71ab0d4e5f60', '71ab0d4e5f60'],
    ['commit', undefined, undefined],
    // A commit of digits alone is no number to be told as one.
    ['commit', '1234567', '1234567'],
    ['gate', 'release', 'release'],
    ['policyHash', 'f'.repeat(64), 'f'.repeat(12)],
    ['targets', '["member2","member4"]', 'member2, member4'],
    [
      'images',
      JSON.stringify([
        { name: 'shop', version: 'v2', digest: `sha256:${'4'.repeat(64)}` },
        { name: 'cart', version: 'v1', digest: null, unpinned: true },
      ]),
      `shop v2 ${'4'.repeat(12)}, cart v1`,
    ],
    [
      'lane',
      '{"clusters":["member1","member2"],"policy":"tickets"}',
      'tickets: member1, member2',
    ],
    ['run', '{"key":"d1","pipelineKey":"a1"}', 'd1'],
    ['manifests', `{"member1":"${'a'.repeat(64)}"}`, 'member1: aaaaaaaaaaaa'],
    ['targets', '[]', undefined],
    ['manifests', '{}', undefined],
    ['moon', '{"far":{"very":true}}', '{"far":{"very":true}}'],
  ])('tells %s of %s as %s', (part, value, text) => {
    const english = { comma: ', ', colon: ': ' };
    expect(textOfPart(part, value, english)).toBe(text);
  });

  it.each([
    ['targets', '["member2","member4"]', 'member2、member4'],
    [
      'lane',
      '{"clusters":["member1","member2"],"policy":"tickets"}',
      'tickets：member1、member2',
    ],
    [
      'manifests',
      '{"member1":"aa","member2":"bb"}',
      'member1：aa、member2：bb',
    ],
  ])('separates the words of %s as the language does', (part, value, text) => {
    const chinese = { comma: '、', colon: '：' };
    expect(textOfPart(part, value, chinese)).toBe(text);
  });
});
