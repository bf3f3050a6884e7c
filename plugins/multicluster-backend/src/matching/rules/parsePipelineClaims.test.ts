import { parsePipelineClaims } from './parsePipelineClaims';

describe('parsePipelineClaims', () => {
  it.each([
    ['a1b2-c3', [{ key: 'a1b2-c3' }]],
    ['shop/build', [{ key: 'shop/build' }]],
    ['pipecd-shop:a1b2-c3', [{ source: 'pipecd-shop', key: 'a1b2-c3' }]],
    ['name=canary', [{ name: 'canary' }]],
    ['dev:name=my app: one', [{ source: 'dev', name: 'my app: one' }]],
    ['label=app:shop', [{ label: { key: 'app', value: 'shop' } }]],
    [
      'dev:label=app.kubernetes.io/name:shop , x',
      [
        {
          source: 'dev',
          label: { key: 'app.kubernetes.io/name', value: 'shop' },
        },
        { key: 'x' },
      ],
    ],
    ['', []],
    [' , ', []],
  ])('reads %j', (text, claims) => {
    expect(parsePipelineClaims(text)).toEqual({ claims, unread: [] });
  });

  it.each(['label=app', 'name=', 'dev:', 'a=b', 'a:b:c'])(
    'gives %j back unread, and reads what stands beside it',
    text => {
      expect(parsePipelineClaims(`${text}, ok`)).toEqual({
        claims: [{ key: 'ok' }],
        unread: [text],
      });
    },
  );
});
