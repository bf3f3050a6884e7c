import fc from 'fast-check';
import { backOffDelay } from './backOffDelay';
import { compareResourceVersions } from './compareResourceVersions';
import { decodeListPage } from './decodeListPage';
import { ObjectBatcher } from './ObjectBatcher';
import { problemSentence } from './problemSentence';
import { splitListPage } from './splitListPage';
import { trimObject } from './trimObject';

describe('compareResourceVersions', () => {
  it.each([
    ['1', '1', 0],
    ['9', '10', -1],
    ['10', '9', 1],
    ['99999999999999999999', '100000000000000000000', -1],
    ['abc', 'abc', 0],
    ['abc', '1', undefined],
    ['01', '1', undefined],
    ['', '1', undefined],
  ])('orders %p and %p', (a, b, expected) => {
    const order = compareResourceVersions(a, b);
    expect(order === undefined ? undefined : Math.sign(order)).toBe(expected);
  });

  it('agrees with the order of the numbers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), (a, b) => {
        const order = compareResourceVersions(String(a), String(b)) ?? NaN;
        expect(Math.sign(order)).toBe(a === b ? 0 : Number(a > b) * 2 - 1);
      }),
    );
  });
});

describe('backOffDelay', () => {
  const base = { baseMs: 500, capMs: 30_000 };

  it.each([
    [1, 500],
    [2, 1000],
    [7, 30_000],
    [1000, 30_000],
  ])('spreads attempt %i over up to %i ms', (attempt, range) => {
    const delay = (random: number) =>
      backOffDelay(attempt, { ...base, random: () => random });
    expect([delay(0), delay(0.5), delay(1)]).toEqual([0, range / 2, range]);
  });

  it('never undercuts what the server asked for', () => {
    const options = { ...base, retryAfterMs: 120_000, random: () => 0 };
    expect(backOffDelay(1, options)).toBe(120_000);
  });
});

describe('trimObject', () => {
  const options = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    annotations: new Set(['kept', '__proto__']),
  };

  it('drops managedFields and every annotation that is not allowed, and fills in what lists leave out', () => {
    const trimmed = trimObject(
      {
        metadata: {
          name: 'a',
          uid: 'u',
          resourceVersion: '1',
          managedFields: [{ manager: 'kubectl' }],
          annotations: {
            kept: 'yes',
            'kubectl.kubernetes.io/last-applied-configuration': 'canary',
          },
        },
        spec: { replicas: 1 },
      },
      options,
    );
    expect(trimmed).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'a',
        uid: 'u',
        resourceVersion: '1',
        annotations: { kept: 'yes' },
      },
      spec: { replicas: 1 },
    });
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{}],
    [{ metadata: null }],
    [{ metadata: { name: 'a' } }],
    [{ metadata: { name: '', resourceVersion: '1' } }],
    [{ metadata: { name: 7, resourceVersion: '1' } }],
    [{ metadata: { name: 'a', resourceVersion: '1', namespace: {} } }],
  ])('does not take %p for an object', raw => {
    expect(trimObject(raw, options)).toBeUndefined();
  });
});

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
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await new Promise(resolve => setTimeout(resolve, 20));
    longest = 0;
    last = performance.now();
    const { taken } = await decode(text);
    clearInterval(timer);
    expect(taken).toHaveLength(5000);
    // Finding the items in 20 MB is one step; a page has 2 MB.
    expect(longest).toBeLessThan(500);
  });
});

describe('ObjectBatcher', () => {
  const change = (id: string, version: string) => ({
    gone: false,
    object: {
      id,
      resourceVersion: version,
      upserts: [],
      deletes: [],
      keys: [],
    },
  });

  it('keeps of an object the last state within a batch', async () => {
    const batches: string[][] = [];
    const batcher = ObjectBatcher.create({
      size: 100,
      delayMs: 5,
      store: async changes => {
        batches.push(
          changes.map(c => `${c.object.id}@${c.object.resourceVersion}`),
        );
      },
      onError: () => {},
    });
    await batcher.put(change('a', '1'));
    await batcher.put(change('b', '2'));
    await batcher.put(change('a', '3'));
    await batcher.drain();
    expect(batches).toEqual([['b@2', 'a@3']]);
  });

  it('holds no more than the batch that is stored and the one that is gathered', async () => {
    let stored = 0;
    let put = 0;
    let most = 0;
    const batcher = ObjectBatcher.create({
      size: 10,
      store: async changes => {
        await new Promise(resolve => setTimeout(resolve, 5));
        stored += changes.length;
      },
      onError: () => {},
    });
    for (; put < 200; put++) {
      await batcher.put(change(`o${put}`, '1'));
      most = Math.max(most, put + 1 - stored);
    }
    await batcher.drain();
    expect(stored).toBe(200);
    expect(most).toBeLessThanOrEqual(20);
  });

  it('tells of a failure at once and refuses everything after it', async () => {
    const told: unknown[] = [];
    const failure = new Error('no');
    const batcher = ObjectBatcher.create({
      size: 10,
      delayMs: 1,
      store: () => Promise.reject(failure),
      onError: error => told.push(error),
    });
    await batcher.put(change('a', '1'));
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(told).toEqual([failure]);
    await expect(batcher.put(change('b', '1'))).rejects.toBe(failure);
    await expect(batcher.discard()).resolves.toBeUndefined();
  });
});

describe('problemSentence', () => {
  it.each([
    [
      problemSentence('not-served', { subject: 'Deployments' }),
      'Deployments: the server does not serve this kind.',
    ],
    [
      problemSentence('forbidden', { subject: 'Pods', detail: 'no' }),
      'Pods: the credential may not read this. It says: no',
    ],
    [
      problemSentence('too-large', { subject: 'Pods', count: 1 }),
      'Pods: 1 object is too large to be read and is shown as last known, or not at all.',
    ],
    [
      problemSentence('malformed', { subject: 'Pods', count: 2 }),
      'Pods: 2 objects cannot be understood and are shown as last known, or not at all.',
    ],
  ])('says %p', (sentence, text) => {
    expect(sentence.text).toBe(text);
  });
});
