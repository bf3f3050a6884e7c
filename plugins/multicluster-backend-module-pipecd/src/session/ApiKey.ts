const KEY = /^[^\s.]+\.[^\s]+$/;

/** An API key of a project, never empty. @internal */
export class ApiKey {
  /** @returns undefined when the text is no API key */
  static of(text: string): ApiKey | undefined {
    const key = text.trim();
    return KEY.test(key) ? new ApiKey(key) : undefined;
  }

  /** To be kept out of what is said. */
  readonly secret: string;

  private constructor(key: string) {
    this.secret = key;
  }

  /** The whole value of the `authorization` metadata; one blank, and the word in capitals. */
  get authorization(): string {
    return `API-KEY ${this.secret}`;
  }
}
