import { isDeepStrictEqual } from 'node:util';
import { plainCopy } from '../apiserver/plainCopy';
import { trackUpdate } from '../apiserver/fields/trackUpdate';
import type {
  KubeObject,
  ObjectStore,
  ResourceType,
} from '../apiserver/ObjectStore';
import { apiVersionOf } from '../apiserver/represent/apiVersionOf';
import { timestamp } from '../clock/timestamp';

/** A store as one component of a control plane sees it: typed, and writing under the component's own name. */
export class Objects {
  readonly store: ObjectStore;
  readonly #fieldManager: string;

  static create(store: ObjectStore, fieldManager: string): Objects {
    return new Objects(store, fieldManager);
  }

  private constructor(store: ObjectStore, fieldManager: string) {
    this.store = store;
    this.#fieldManager = fieldManager;
  }

  get<T extends KubeObject>(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    return this.store.get(type, namespace ?? '', name) as T | undefined;
  }

  list<T extends KubeObject>(type: ResourceType, namespace?: string): T[] {
    return this.store.list(type, namespace) as T[];
  }

  create<T extends KubeObject>(type: ResourceType, object: T): T {
    const owned = { ...object, metadata: { ...object.metadata } };
    this.#own(type, undefined, owned, '');
    return this.store.create(type, owned) as T;
  }

  /**
   * Changes spec and metadata of the object as it is stored now. An object that has gone is left alone: whoever deleted
   * it was first.
   */
  edit<T extends KubeObject>(
    type: ResourceType,
    object: T,
    change: (draft: T) => void,
  ): T | undefined {
    return this.#write(type, object, change, false);
  }

  /** Changes the status alone. */
  editStatus<T extends KubeObject>(
    type: ResourceType,
    object: T,
    change: (draft: T) => void,
  ): T | undefined {
    return this.#write(type, object, change, true);
  }

  remove(type: ResourceType, object: KubeObject): void {
    const { namespace, name } = object.metadata;
    if (this.get(type, namespace, name)) {
      this.store.delete(type, namespace ?? '', name);
    }
  }

  #write<T extends KubeObject>(
    type: ResourceType,
    object: T,
    change: (draft: T) => void,
    status: boolean,
  ): T | undefined {
    const { namespace, name } = object.metadata;
    const stored = this.get<T>(type, namespace, name);
    if (!stored) {
      return undefined;
    }
    const draft = plainCopy(stored);
    change(draft);
    if (isDeepStrictEqual(draft, stored)) {
      return stored;
    }
    this.#own(type, stored, draft, status ? 'status' : '');
    return this.store.update(type, draft, { status }) as T;
  }

  /** Real objects say who wrote what; it is two fifths of what a binding weighs on the wire. */
  #own(
    type: ResourceType,
    stored: KubeObject | undefined,
    draft: KubeObject,
    subresource: string,
  ): void {
    if (type.resource === 'events') {
      return;
    }
    draft.metadata.managedFields = trackUpdate(type, stored, draft, {
      manager: this.#fieldManager,
      apiVersion: apiVersionOf(type),
      time: timestamp(this.store.now().getTime()),
      ...(subresource && { subresource }),
    });
  }
}
