import { randomBytes, randomUUID } from 'node:crypto';
import { trackUpdate } from './fields/trackUpdate';
import { failures } from './failures';
import {
  ObjectStore,
  KubeObject,
  ResourceType,
  StoreEvent,
} from './ObjectStore';
import { Change, ChangeHistory } from './store/ChangeHistory';
import { KeyedObjects } from './store/KeyedObjects';
import { Snapshots } from './store/Snapshots';
import { StoredObject } from './store/StoredObject';
import { Subscribers } from './store/Subscribers';
import { writeRules } from './store/writeRules';
import { typeKey } from './types/typeKey';

interface Kind {
  type: ResourceType;
  objects: KeyedObjects;
  history: ChangeHistory;
  snapshots: Snapshots;
}

/** How a store is made; the defaults are those of a server that has been running for a while. */
export interface InMemoryObjectStoreOptions {
  types: ResourceType[];
  now?: () => Date;
  uid?: () => string;
  /** Changes of a kind that a watch can still catch up from. */
  historyLimit?: number;
  /** First resourceVersion; anything below is too old from the start. */
  firstResourceVersion?: number;
}

/** A change of a kind together with the kind it is of. */
export interface KindChange extends Change {
  resource: ResourceType;
}

/** {@inheritDoc ObjectStore} Kept in the memory of this process. */
export class InMemoryObjectStore implements ObjectStore {
  readonly #kinds = new Map<string, Kind>();
  readonly #changes = Subscribers.create<KindChange>();
  readonly #now: () => Date;
  readonly #uid: () => string;
  #resourceVersion: number;

  private constructor(options: InMemoryObjectStoreOptions) {
    this.#now = options.now ?? (() => new Date());
    this.#uid = options.uid ?? randomUUID;
    this.#resourceVersion = options.firstResourceVersion ?? 1000;
    for (const type of options.types) {
      this.#kinds.set(typeKey(type), {
        type,
        objects: new KeyedObjects(),
        history: ChangeHistory.create({
          limit: options.historyLimit ?? 10_000,
          floor: this.#resourceVersion,
        }),
        snapshots: Snapshots.create(),
      });
    }
  }

  static create(options: InMemoryObjectStoreOptions): InMemoryObjectStore {
    return new InMemoryObjectStore(options);
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  get types(): ResourceType[] {
    return [...this.#kinds.values()].map(kind => kind.type);
  }

  now(): Date {
    return this.#now();
  }

  type(apiVersion: string, kind: string): ResourceType | undefined {
    return this.types.find(
      type =>
        type.kind === kind &&
        (type.group ? `${type.group}/${type.version}` : type.version) ===
          apiVersion,
    );
  }

  get(type: ResourceType, namespace: string, name: string) {
    return this.entry(type, namespace, name)?.object;
  }

  list(type: ResourceType, namespace?: string): KubeObject[] {
    const { objects } = this.#kind(type);
    const entries = namespace ? objects.inNamespace(namespace) : objects.all();
    return entries.map(entry => entry.object);
  }

  create(
    type: ResourceType,
    object: KubeObject,
    options: { fieldManager?: string; dryRun?: boolean } = {},
  ): KubeObject {
    const created = writeRules.newObject(type, object, {
      now: this.#now(),
      uid: this.#uid(),
      suffix: randomBytes(3).toString('hex').slice(0, 5),
    });
    const { namespace, name } = created.metadata;
    if (this.entry(type, namespace ?? '', name)) {
      throw failures.alreadyExists(type, name);
    }
    const tracked = this.#tracked(type, undefined, created, options);
    return options.dryRun ? tracked : this.#put(type, 'ADDED', tracked);
  }

  update(
    type: ResourceType,
    object: KubeObject,
    options: { status?: boolean; fieldManager?: string; dryRun?: boolean } = {},
  ): KubeObject {
    const { namespace, name } = object.metadata;
    const live = this.#mustGet(type, namespace ?? '', name).object;
    const next = writeRules.nextObject(
      type,
      live,
      this.#tracked(type, live, object, options),
      options,
    );
    if (next === live || options.dryRun) {
      return next;
    }
    if (next.metadata.deletionTimestamp && !next.metadata.finalizers?.length) {
      return this.#remove(type, next);
    }
    return this.#put(type, 'MODIFIED', next);
  }

  delete(
    type: ResourceType,
    namespace: string,
    name: string,
    options: { dryRun?: boolean } = {},
  ): KubeObject {
    const live = this.#mustGet(type, namespace, name).object;
    const waits = Boolean(live.metadata.finalizers?.length);
    if ((waits && live.metadata.deletionTimestamp) || options.dryRun) {
      return live;
    }
    return waits
      ? this.#put(type, 'MODIFIED', writeRules.markDeleted(live, this.#now()))
      : this.#remove(type, live);
  }

  subscribe(listener: (event: StoreEvent) => void): () => void {
    return this.#changes.add(({ type, resource, entry }) =>
      listener({ type, resource, object: entry.object }),
    );
  }

  /** As `subscribe`, with the serialized revision and the one before it: what a watch needs. */
  onChange(listener: (change: KindChange) => void): () => void {
    return this.#changes.add(listener);
  }

  entry(type: ResourceType, namespace: string, name: string) {
    return this.#kind(type).objects.get(StoredObject.keyOf(namespace, name));
  }

  /** All entries of a kind, in key order. The array is the live one. */
  entries(type: ResourceType): readonly StoredObject[] {
    return this.#kind(type).objects.all();
  }

  /** The entries as they were at a resourceVersion; undefined when that is too old. */
  entriesAt(
    type: ResourceType,
    resourceVersion: number,
  ): readonly StoredObject[] | undefined {
    const { objects, history, snapshots } = this.#kind(type);
    return history.last <= resourceVersion && history.floor <= resourceVersion
      ? objects.all()
      : snapshots.at(resourceVersion, objects, history);
  }

  /** The changes after a resourceVersion; undefined when the window no longer reaches back that far. */
  changesSince(
    type: ResourceType,
    resourceVersion: number,
  ): Change[] | undefined {
    const { history } = this.#kind(type);
    return resourceVersion < history.floor
      ? undefined
      : history.since(resourceVersion);
  }

  /** The oldest resourceVersion a watch of this kind can start from. */
  oldest(type: ResourceType): number {
    return this.#kind(type).history.floor;
  }

  /** Forgets the past: what etcd's compaction does every five minutes. Watches from before now are told 410. */
  compact(): void {
    for (const { history, snapshots } of this.#kinds.values()) {
      history.forgetUpTo(this.#resourceVersion);
      snapshots.clear();
    }
  }

  /**
   * Lets the counter go on from a higher number, and forgets what was before. A server whose versions began anew at
   * each start would leave clients that resume waiting in silence for a version it has not reached.
   */
  skipTo(resourceVersion: number): void {
    this.#resourceVersion = Math.max(this.#resourceVersion, resourceVersion);
    this.compact();
  }

  /**
   * Loads a world: no events, no history, and only the JSON of each object is kept. 100,000 objects of 4 KB take
   * their own 400 MB outside the heap.
   */
  load(type: ResourceType, objects: Iterable<KubeObject>): void {
    const kind = this.#kind(type);
    kind.objects.setAll(this.#loaded(type, objects));
    kind.history.forgetUpTo(this.#resourceVersion);
    kind.snapshots.clear();
  }

  /** Restores an older state, as after an etcd backup: objects and counter go back, and nobody is told. */
  restoreTo(resourceVersion: number): void {
    for (const { objects, history, snapshots } of this.#kinds.values()) {
      for (const { entry, previous } of history.takeBack(resourceVersion)) {
        if (previous) {
          objects.set(previous);
        } else {
          objects.delete(entry.key);
        }
      }
      snapshots.clear();
    }
    this.#resourceVersion = Math.min(this.#resourceVersion, resourceVersion);
  }

  *#loaded(type: ResourceType, objects: Iterable<KubeObject>) {
    const now = this.#now();
    for (const object of objects) {
      // Nothing of it is kept but its JSON, so that it need not be copied either.
      const given = { now, uid: this.#uid(), suffix: '', shared: true };
      const created = writeRules.newObject(type, object, given);
      yield StoredObject.create(this.#stamped(created), { lean: true });
    }
  }

  #kind(type: ResourceType): Kind {
    const kind = this.#kinds.get(typeKey(type));
    if (!kind) {
      throw new Error(`this server does not serve ${typeKey(type)}`);
    }
    return kind;
  }

  #mustGet(type: ResourceType, namespace: string, name: string): StoredObject {
    const entry = this.entry(type, namespace, name);
    if (!entry) {
      throw failures.notFound(type, name);
    }
    return entry;
  }

  /** With the managedFields of a component that writes under its own name; those of requests are settled before. */
  #tracked(
    type: ResourceType,
    live: KubeObject | undefined,
    object: KubeObject,
    { fieldManager, status }: { fieldManager?: string; status?: boolean },
  ): KubeObject {
    if (!fieldManager) {
      return object;
    }
    const next = live && status ? { ...live, status: object.status } : object;
    const managedFields = trackUpdate(type, live, next, {
      manager: fieldManager,
      apiVersion: object.apiVersion,
      time: writeRules.timestamp(this.#now()),
      ...(status && { subresource: 'status' }),
    });
    return { ...object, metadata: { ...object.metadata, managedFields } };
  }

  #stamped(object: KubeObject): KubeObject {
    this.#resourceVersion += 1;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#resourceVersion),
      },
    };
  }

  #put(
    type: ResourceType,
    event: 'ADDED' | 'MODIFIED',
    object: KubeObject,
  ): KubeObject {
    const kind = this.#kind(type);
    const { entry, previous } = this.#next(kind, object);
    kind.objects.set(entry);
    this.#announce(kind, event, entry, previous);
    return entry.object;
  }

  #remove(type: ResourceType, object: KubeObject): KubeObject {
    const kind = this.#kind(type);
    const { entry, previous } = this.#next(kind, object);
    kind.objects.delete(entry.key);
    this.#announce(kind, 'DELETED', entry, previous);
    return entry.object;
  }

  /** The next revision; of a lean object it is lean too, or a world of 100,000 would grow as it changes. */
  #next(kind: Kind, object: KubeObject) {
    const { namespace = '', name } = object.metadata;
    const previous = kind.objects.get(StoredObject.keyOf(namespace, name));
    const entry = StoredObject.create(this.#stamped(object), {
      lean: previous?.lean,
    });
    return { entry, previous };
  }

  #announce(
    kind: Kind,
    type: Change['type'],
    entry: StoredObject,
    previous: StoredObject | undefined,
  ): void {
    const change: Change = {
      type,
      resourceVersion: entry.resourceVersion,
      entry,
      ...(previous && { previous }),
    };
    kind.history.add(change);
    this.#changes.tell({ ...change, resource: kind.type });
  }
}
