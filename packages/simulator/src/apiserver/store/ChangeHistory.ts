import { StoredObject } from './StoredObject';

/** A change as the window remembers it. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resourceVersion: number;
  /** The object after the change; for DELETED its last state, with the resourceVersion of the deletion. */
  entry: StoredObject;
  previous?: StoredObject;
}

/** The last changes of one kind. A watch from before the window is told 410, as by a real watch cache. */
export class ChangeHistory {
  readonly #limit: number;
  #changes: Change[] = [];
  #floor: number;

  private constructor(limit: number, floor: number) {
    this.#limit = limit;
    this.#floor = floor;
  }

  static create(options: { limit: number; floor: number }): ChangeHistory {
    return new ChangeHistory(options.limit, options.floor);
  }

  /** The oldest resourceVersion from which a watch can still start. */
  get floor(): number {
    return this.#floor;
  }

  get last(): number {
    return this.#changes[this.#changes.length - 1]?.resourceVersion ?? 0;
  }

  add(change: Change): void {
    this.#changes.push(change);
    // Trimmed in strides: shifting one by one would copy the window at each change.
    if (this.#changes.length > this.#limit * 1.25) {
      this.forgetUpTo(
        this.#changes[this.#changes.length - this.#limit - 1].resourceVersion,
      );
    }
  }

  /** Makes every version up to `resourceVersion` too old to start from. */
  forgetUpTo(resourceVersion: number): void {
    this.#changes = this.#changes.slice(this.#indexAfter(resourceVersion));
    this.#floor = Math.max(this.#floor, resourceVersion);
  }

  since(resourceVersion: number): Change[] {
    return this.#changes.slice(this.#indexAfter(resourceVersion));
  }

  /** Takes the changes after `resourceVersion` out, newest first. */
  takeBack(resourceVersion: number): Change[] {
    return this.#changes.splice(this.#indexAfter(resourceVersion)).reverse();
  }

  #indexAfter(resourceVersion: number): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#changes[middle].resourceVersion <= resourceVersion) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
