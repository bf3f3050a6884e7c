import { Act } from './Act';
import { ClientEntry } from './ClientEntry';

type Spoken = Extract<ClientEntry, { act: Act }>;

/** A vote that the portal said it has, and what it was about. */
interface Held {
  voter: string;
  act: Act;
  subject: string;
}

/** Where each person stands, by what they asked for and were answered until then. */
export class Stances {
  readonly #holds = new Map<string, Held>();
  readonly #asks = new Map<string, Act>();

  /** As it was before the entry of that number; without one, at the end. */
  static at(client: readonly ClientEntry[], before = Infinity): Stances {
    const stances = new Stances();
    for (const entry of client) {
      if ('act' in entry && entry.at < before) {
        stances.#hear(entry);
      }
    }
    return stances;
  }

  private constructor() {}

  /** Votes that the portal must show: it said that it has them, and whoever cast them has asked for nothing else since. */
  get settled(): Held[] {
    return [...this.#holds.values()].filter(
      ({ act, voter }) =>
        act !== 'take-back' && act !== 'break-glass' && !this.#asks.has(voter),
    );
  }

  /** Those whose vote the portal said it has, and who were not told that they have it back. */
  certain(vote: Act): string[] {
    return [...this.#holds.values()].flatMap(({ voter, act }) =>
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

  /** Those by whom it may be approved, by their vote or past the rules. */
  get approving(): Set<string> {
    return new Set([...this.possible('approve'), ...this.pastRules]);
  }

  /** Those who may have decided it past the rules. */
  get pastRules(): Set<string> {
    return this.possible('break-glass');
  }

  /** Whether it may be approved: by so many, or past the rules. */
  mayBeApproved(needed: number): boolean {
    return this.approving.size >= needed || this.pastRules.size > 0;
  }

  #hear(entry: Spoken): void {
    const { voter, act } = entry;
    if (entry.kind === 'asked') {
      this.#asks.set(voter, act);
      return;
    }
    this.#asks.delete(voter);
    if (entry.kind === 'recalled') {
      this.#forgetPastRules();
    }
    if (entry.kind === 'accepted') {
      this.#holds.set(voter, { voter, act, subject: entry.subject });
    }
  }

  #forgetPastRules(): void {
    for (const { voter, act } of [...this.#holds.values()]) {
      if (act === 'break-glass') {
        this.#holds.delete(voter);
      }
    }
  }
}
