/** What came of following a request: it waits for people, or there is nothing to tell while what is known of it stays as it is. */
type Settled = 'waits' | 'nothing';

/** Of which open requests everything that is stored was followed, so that they are read again only when something of them changed. */
export class SettledRequests {
  static create(): SettledRequests {
    return new SettledRequests();
  }

  readonly #settled = new Map<string, { stamp: string; as: Settled }>();

  private constructor() {}

  /** Undefined: it has to be followed. */
  as({ id, stamp }: { id: string; stamp: string }): Settled | undefined {
    const settled = this.#settled.get(id);
    return settled?.stamp === stamp ? settled.as : undefined;
  }

  settle({ id, stamp }: { id: string; stamp: string }, as: Settled): void {
    this.#settled.set(id, { stamp, as });
  }

  /** Of what is not open any more nothing is kept. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.#settled.keys()) {
      if (!ids.has(id)) {
        this.#settled.delete(id);
      }
    }
  }
}
