/** A JSON Web Token: letters that cannot end a cookie, and never none. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * A session of the web service, never empty.
 *
 * @remarks
 * The control plane does not survive a cookie that has a part without `=`, an empty one among them. A cookie is therefore made
 * here alone, from a token of which the form was checked.
 *
 * @internal
 */
export class Session {
  /** @returns undefined when the text is no token */
  static of(token: string): Session | undefined {
    return TOKEN.test(token) ? new Session(token) : undefined;
  }

  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  /** The whole value of the `cookie` metadata. */
  get cookie(): string {
    return `token=${this.#token}`;
  }

  /** To be kept out of what is said. */
  get secret(): string {
    return this.#token;
  }
}
