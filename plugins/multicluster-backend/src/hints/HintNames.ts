import { createHmac } from 'node:crypto';

/**
 * Names views on the signal channel.
 *
 * @remarks
 * Anyone who reaches the back end can listen to the channel without a token, so a name is a keyed hash: who was never
 * given a view cannot tell whether it changed.
 */
export class HintNames {
  readonly #key: string;

  static create(key: string): HintNames {
    return new HintNames(key);
  }

  private constructor(key: string) {
    this.#key = key;
  }

  /** @param view - for example `entity:component:default/shop` */
  of(view: string): string {
    return createHmac('sha256', this.#key)
      .update(view)
      .digest('base64url')
      .slice(0, 16);
  }
}
