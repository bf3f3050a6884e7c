import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * What a control plane turned out to lack: an older one answers that it does not know a method. A gap is named, it is no error.
 *
 * @internal
 */
export class Gaps {
  static create(): Gaps {
    return new Gaps();
  }

  /** Called when another gap was found. */
  onFound: () => void = () => {};
  readonly #calls = new Set<string>();

  private constructor() {}

  found(call: string): void {
    if (!this.#calls.has(call)) {
      this.#calls.add(call);
      this.onFound();
    }
  }

  has(call: string): boolean {
    return this.#calls.has(call);
  }

  sentences(): Sentence[] {
    return [...this.#calls]
      .sort()
      .map(call => sentence('pipecd.gap.notServed', { call }));
  }
}
