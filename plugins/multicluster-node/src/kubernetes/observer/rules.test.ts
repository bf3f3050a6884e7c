import fc from 'fast-check';
import { backOffDelay } from './backOffDelay';
import { compareResourceVersions } from './compareResourceVersions';
import { ObjectBatcher } from './ObjectBatcher';
import { problemSentence } from './problemSentence';
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
