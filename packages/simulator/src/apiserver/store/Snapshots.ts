import { ChangeHistory } from './ChangeHistory';
import { KeyedObjects } from './KeyedObjects';
import { StoredObject } from './StoredObject';

const KEPT = 4;

/** Past states of one kind, so that all pages of one list show the same moment while the world moves on. */
export class Snapshots {
  readonly #byVersion = new Map<number, readonly StoredObject[]>();

  private constructor() {}

  static create(): Snapshots {
    return new Snapshots();
  }

  at(
    resourceVersion: number,
    objects: KeyedObjects,
    history: ChangeHistory,
  ): readonly StoredObject[] | undefined {
    if (resourceVersion < history.floor) {
      return undefined;
    }
    const known = this.#byVersion.get(resourceVersion);
    if (known) {
      return known;
    }
    const undone = new KeyedObjects();
    objects.all().forEach(entry => undone.set(entry));
    for (const { entry, previous } of history
      .since(resourceVersion)
      .reverse()) {
      if (previous) {
        undone.set(previous);
      } else {
        undone.delete(entry.key);
      }
    }
    const snapshot = undone.all();
    this.#byVersion.set(resourceVersion, snapshot);
    if (this.#byVersion.size > KEPT) {
      this.#byVersion.delete([...this.#byVersion.keys()][0]);
    }
    return snapshot;
  }

  clear(): void {
    this.#byVersion.clear();
  }
}
