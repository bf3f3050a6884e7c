import fc from 'fast-check';
import { InMemoryObjectStore } from './InMemoryObjectStore';
import { KubeObject, StoreEvent } from './ObjectStore';
import { resourceType } from '../karmada/types/resourceType';

const BINDING = resourceType(
  'work.karmada.io/v1alpha2 resourcebindings ResourceBinding',
  {
    served: 'custom',
    subresources: ['status'],
  },
);
const DEPLOYMENT = resourceType('apps/v1 deployments Deployment', {
  subresources: ['status', 'scale'],
});

function binding(name: string, more: object = {}): KubeObject {
  return {
    apiVersion: 'work.karmada.io/v1alpha2',
    kind: 'ResourceBinding',
    metadata: { name, namespace: 'demo' },
    spec: {},
    ...more,
  };
}

describe('InMemoryObjectStore', () => {
  let store: InMemoryObjectStore;

  beforeEach(() => {
    store = InMemoryObjectStore.create({ types: [BINDING, DEPLOYMENT] });
  });

  it('counts one resourceVersion over all kinds', () => {
    const a = store.create(BINDING, binding('a'));
    const b = store.create(DEPLOYMENT, {
      ...binding('b'),
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    });

    expect(Number(b.metadata.resourceVersion)).toBe(
      Number(a.metadata.resourceVersion) + 1,
    );
  });

  it.each([
    ['spec', { spec: { replicas: 2 } }, 2],
    [
      'labels',
      { metadata: { name: 'a', namespace: 'demo', labels: { x: 'y' } } },
      1,
    ],
    ['status, which is not written here', { status: { x: 1 } }, 1],
  ])('moves the generation with spec alone: %s', (_, change, generation) => {
    store.create(BINDING, binding('a'));

    const updated = store.update(BINDING, binding('a', change));

    expect(updated.metadata.generation).toBe(generation);
    expect(updated.status).toBeUndefined();
  });

  it('moves the generation of a Deployment with its annotations too', () => {
    const object = {
      ...binding('a'),
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    };
    const created = store.create(DEPLOYMENT, object);

    const updated = store.update(DEPLOYMENT, {
      ...object,
      metadata: { ...object.metadata, annotations: { claimed: 'yes' } },
    });

    expect([created, updated].map(o => o.metadata.generation)).toEqual([1, 2]);
  });

  it('writes status by itself', () => {
    store.create(BINDING, binding('a', { spec: { replicas: 1 } }));

    const updated = store.update(
      BINDING,
      binding('a', { spec: { replicas: 9 }, status: { x: 1 } }),
      { status: true },
    );

    expect(updated).toMatchObject({
      spec: { replicas: 1 },
      status: { x: 1 },
      metadata: { generation: 1 },
    });
  });

  it('keeps the resourceVersion and tells nobody when nothing changes', () => {
    const created = store.create(BINDING, binding('a'));
    const events: StoreEvent[] = [];
    store.subscribe(event => events.push(event));

    const updated = store.update(BINDING, created);

    expect(updated.metadata.resourceVersion).toBe(
      created.metadata.resourceVersion,
    );
    expect(events).toEqual([]);
  });

  it('refuses a stale resourceVersion', () => {
    const created = store.create(BINDING, binding('a'));
    store.update(BINDING, binding('a', { spec: { x: 1 } }));

    expect(() => store.update(BINDING, { ...created, spec: { x: 2 } })).toThrow(
      'the object has been modified',
    );
  });

  it('refuses what is there already, and what is not', () => {
    store.create(BINDING, binding('a'));

    expect(() => store.create(BINDING, binding('a'))).toThrow('already exists');
    expect(() => store.update(BINDING, binding('b'))).toThrow('not found');
    expect(() => store.delete(BINDING, 'demo', 'b')).toThrow('not found');
  });

  it('deletes once no finalizer is left', () => {
    const created = store.create(
      BINDING,
      binding('a', {
        metadata: { name: 'a', namespace: 'demo', finalizers: ['f'] },
      }),
    );
    const events: string[] = [];
    store.subscribe(({ type }) => events.push(type));

    store.delete(BINDING, 'demo', 'a');
    const waiting = store.get(BINDING, 'demo', 'a')!;
    store.update(BINDING, {
      ...waiting,
      metadata: { ...waiting.metadata, finalizers: [] },
    });

    expect(created.metadata.deletionTimestamp).toBeUndefined();
    expect(waiting.metadata).toMatchObject({
      deletionTimestamp: expect.any(String),
      generation: 2,
    });
    expect(store.get(BINDING, 'demo', 'a')).toBeUndefined();
    expect(events).toEqual(['MODIFIED', 'DELETED']);
  });

  it('records who wrote what when a component says its name', () => {
    store.create(BINDING, binding('a', { spec: { replicas: 1 } }), {
      fieldManager: 'controller',
    });
    const updated = store.update(
      BINDING,
      binding('a', { status: { conditions: [{ type: 'Scheduled' }] } }),
      { status: true, fieldManager: 'scheduler' },
    );

    expect(
      updated.metadata.managedFields?.map(({ time, ...entry }) => entry),
    ).toEqual([
      expect.objectContaining({
        manager: 'controller',
        fieldsV1: { 'f:spec': { '.': {}, 'f:replicas': {} } },
      }),
      expect.objectContaining({
        manager: 'scheduler',
        subresource: 'status',
        fieldsV1: { 'f:status': { '.': {}, 'f:conditions': {} } },
      }),
    ]);
  });

  it('tells all listeners in order, also what a listener causes', () => {
    const seen: string[] = [];
    store.subscribe(({ object }) => {
      if (object.metadata.name === 'a') {
        store.create(BINDING, binding('b'));
      }
    });
    store.subscribe(({ object }) => seen.push(object.metadata.name));

    store.create(BINDING, binding('a'));

    expect(seen).toEqual(['a', 'b']);
  });

  it('keeps only the JSON of a loaded world, and hands out whole objects all the same', () => {
    store.load(BINDING, [binding('b'), binding('a', { spec: { x: 'ü' } })]);

    expect(store.list(BINDING).map(o => o.metadata.name)).toEqual(['a', 'b']);
    expect(store.get(BINDING, 'demo', 'a')?.spec).toEqual({ x: 'ü' });
    expect(
      JSON.parse(store.entry(BINDING, 'demo', 'a')!.metadataJson().toString()),
    ).toMatchObject({ name: 'a' });
    expect(store.changesSince(BINDING, 1001)).toBeUndefined();
  });

  it('goes on from a higher version and calls all before it too old', () => {
    const before = store.resourceVersion;
    store.create(BINDING, binding('a'));

    store.skipTo(1_000_000);

    expect(store.changesSince(BINDING, before)).toBeUndefined();
    expect(store.entriesAt(BINDING, before)).toBeUndefined();
    expect(store.changesSince(BINDING, 1_000_000)).toEqual([]);
    expect(store.create(BINDING, binding('b')).metadata.resourceVersion).toBe(
      '1000001',
    );
  });

  const write = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.option(fc.nat(5), { nil: undefined }),
  });

  function perform({ name, value }: { name: string; value?: number }): void {
    const live = store.get(BINDING, 'demo', name);
    if (value === undefined) {
      if (live) {
        store.delete(BINDING, 'demo', name);
      }
    } else if (live) {
      store.update(BINDING, binding(name, { spec: { value } }));
    } else {
      store.create(BINDING, binding(name, { spec: { value } }));
    }
  }

  function state(): Array<[string, unknown]> {
    return store
      .entries(BINDING)
      .map(({ name, object }) => [name, object.spec]);
  }

  it('shows every past state it still remembers, and its changes lead from there to now', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 30 }), writes => {
        store = InMemoryObjectStore.create({
          types: [BINDING],
          historyLimit: 8,
        });
        const states = new Map([[store.resourceVersion, state()]]);
        for (const each of writes) {
          perform(each);
          states.set(store.resourceVersion, state());
        }
        const remembered = [...states].flatMap(([version, expected]) => {
          const entries = store.entriesAt(BINDING, version);
          const changes = store.changesSince(BINDING, version);
          return entries && changes ? [{ expected, entries, changes }] : [];
        });
        const replayed = remembered.map(({ entries, changes }) => {
          const objects = new Map(
            entries.map(({ name, object }) => [name, object.spec]),
          );
          const then = [...objects];
          changes.forEach(({ type, entry }) =>
            type === 'DELETED'
              ? objects.delete(entry.name)
              : objects.set(entry.name, entry.object.spec),
          );
          return { then, now: [...objects].sort() };
        });

        expect(replayed.map(({ then }) => then)).toEqual(
          remembered.map(({ expected }) => expected),
        );
        expect(replayed.map(({ now }) => now)).toEqual(
          remembered.map(() => [...state()].sort()),
        );
        expect(remembered.length).toBeGreaterThan(0);
      }),
    );
  });

  it('goes back to exactly the state of a resourceVersion', () => {
    fc.assert(
      fc.property(
        fc.array(write, { maxLength: 10 }),
        fc.array(write, { maxLength: 10 }),
        (before, after) => {
          store = InMemoryObjectStore.create({ types: [BINDING] });
          before.forEach(perform);
          const version = store.resourceVersion;
          const expected = state();
          after.forEach(perform);

          store.restoreTo(version);

          expect(store.resourceVersion).toBe(version);
          expect(state()).toEqual(expected);
        },
      ),
    );
  });
});
