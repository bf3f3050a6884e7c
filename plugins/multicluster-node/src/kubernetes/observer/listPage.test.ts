import fc from 'fast-check';
import { decodeListPage } from './decodeListPage';
import { splitListPage } from './splitListPage';

describe('splitListPage', () => {
  it('finds the items of any list, wherever they stand in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(0, 2),
        (items, before, after, indent) => {
          delete before.items;
          delete after.items;
          const list = { ...before, items, ...after };
          const bytes = Buffer.from(JSON.stringify(list, null, indent));
          const layout = splitListPage(bytes);
          const parsed = layout?.items.map(([start, end]) =>
            JSON.parse(bytes.toString('utf8', start, end)),
          );
          expect(parsed).toEqual(JSON.parse(JSON.stringify(items)));
          expect(JSON.parse(layout?.envelope ?? '')).toEqual(
            JSON.parse(JSON.stringify({ ...list, items: [] })),
          );
        },
      ),
    );
  });

  it.each(['', '{', '[]', '{"items":{}}', '{"a":{"items":[]}}', '{"items":[{'])(
    'finds none in %p',
    text => {
      expect(splitListPage(Buffer.from(text))).toBeUndefined();
    },
  );

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(() =>
          splitListPage(Buffer.from([0x7b, ...bytes])),
        ).not.toThrow();
      }),
    );
  });
});

describe('decodeListPage', () => {
  async function decode(text: string, objectBytes = 1_000_000) {
    const taken: unknown[] = [];
    const skipped: string[] = [];
    const metadata = await decodeListPage(Buffer.from(text), {
      what: 'GET /x',
      objectBytes,
      take: item => taken.push(item),
      skip: code => skipped.push(code),
    });
    return { taken, skipped, metadata };
  }

  it('reads whole and in parts alike', async () => {
    const list = {
      metadata: { resourceVersion: '7', continue: 'more' },
      items: [{ a: 'x'.repeat(50) }, { b: 2 }],
    };
    const whole = await decode(JSON.stringify(list));
    const parts = await decode(JSON.stringify(list), 100);
    expect(parts).toEqual(whole);
    expect(whole).toEqual({
      taken: list.items,
      skipped: [],
      metadata: { resourceVersion: '7', continueToken: 'more' },
    });
  });

  it('leaves out an object that is too large or broken, and keeps the others', async () => {
    const text = `{"metadata":{"resourceVersion":"7"},"items":[{"a":1},{"b":"${'x'.repeat(
      200,
    )}"},{"c":}, {"d":4}]}`;
    await expect(decode(text, 100)).resolves.toMatchObject({
      taken: [{ a: 1 }, { d: 4 }],
      skipped: ['too-large', 'malformed'],
    });
  });

  it('takes null for an empty list, as some servers write it', async () => {
    await expect(
      decode('{"metadata":{"resourceVersion":"7"},"items":null}'),
    ).resolves.toMatchObject({ taken: [] });
  });

  it.each([
    '',
    'null',
    '{}',
    '{"items":[]}',
    '{"metadata":{},"items":[]}',
    '{"metadata":{"resourceVersion":""},"items":[]}',
    '{"metadata":{"resourceVersion":"1","continue":7},"items":[]}',
    '{"metadata":{"resourceVersion":"1"},"items":{}}',
  ])('concludes nothing from %p', async text => {
    await expect(decode(text)).rejects.toMatchObject({ code: 'malformed' });
  });

  it('lets others run while it reads a big page', async () => {
    const item = JSON.stringify({ metadata: { a: 'x'.repeat(4000) } });
    const text = `{"metadata":{"resourceVersion":"1"},"items":[${Array(5000)
      .fill(item)
      .join()}]}`;
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) {
        setImmediate(count);
      }
    };
    setImmediate(count);
    const { taken } = await decode(text);
    counting = false;
    expect(taken).toHaveLength(5000);
    expect(turns).toBeGreaterThan(2);
  });
});
