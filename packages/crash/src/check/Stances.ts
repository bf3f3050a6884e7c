import { Act } from './Act';
import { ClientEntry } from './ClientEntry';

type Spoken = Extract<ClientEntry, { voter: string }>;

/** Where each person stands, by what they asked for and were answered until then. */
export class Stances {
  readonly #holds = new Map<string, Act>();
  readonly #asks = new Map<string, Act>();

  /** As it was before the entry of that number; without one, at the end. */
  static at(client: readonly ClientEntry[], before = Infinity): Stances {
    const stances = new Stances();
    for (const entry of client) {
      if (entry.kind !== 'seen' && entry.at < before) {
        stances.#hear(entry);
      }
    }
    return stances;
  }

  private constructor() {}

  /** Those whose vote the portal said it has, and who were not told that they have it back. */
  certain(vote: Act): string[] {
    return [...this.#holds].flatMap(([voter, act]) =>
      act === vote ? [voter] : [],
    );
  }

  /** Those, and whoever asked for it and was not answered: it may have arrived. */
  possible(vote: Act): Set<string> {
    const asking = [...this.#asks].flatMap(([voter, act]) =>
      act === vote ? [voter] : [],
    );
    return new Set([...this.certain(vote), ...asking]);
  }

  #hear({ voter, act, kind }: Spoken): void {
    if (kind === 'asked') {
      this.#asks.set(voter, act);
      return;
    }
    this.#asks.delete(voter);
    if (kind === 'accepted') {
      this.#holds.set(voter, act);
    }
  }
}
