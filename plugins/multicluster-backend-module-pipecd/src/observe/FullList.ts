import {
  RunsFact,
  RunsSink,
} from '@fairway/backstage-plugin-multicluster-node';
import { stableText } from './stableText';

const PAGE = 200;

/**
 * Keeps a lane equal to a list that is read whole each time: the first as a sweep, later ones as what changed since. What did
 * not change is not sent at all.
 *
 * @internal
 */
export class FullList {
  static create(options: {
    lane: string;
    sink: RunsSink;
    /** Called when the whole list is stored. */
    onSweep: () => void;
  }): FullList {
    return new FullList(options);
  }

  readonly #lane: string;
  readonly #sink: RunsSink;
  readonly #onSweep: () => void;
  #stored?: Map<string, string>;
  #type?: RunsFact['type'];

  private constructor(options: {
    lane: string;
    sink: RunsSink;
    onSweep: () => void;
  }) {
    this.#lane = options.lane;
    this.#sink = options.sink;
    this.#onSweep = options.onSweep;
  }

  async store(facts: RunsFact[], checkpoint: string): Promise<void> {
    const texts = new Map(facts.map(fact => [fact.key, stableText(fact)]));
    this.#type ??= facts[0]?.type;
    if (this.#stored) {
      await this.#change(this.#stored, facts, texts);
    } else {
      await this.#sweep(facts, checkpoint);
    }
    this.#stored = texts;
  }

  async #sweep(facts: RunsFact[], checkpoint: string): Promise<void> {
    this.#onSweep();
    const sweep = await this.#sink.beginSweep(this.#lane);
    for (let from = 0; from < facts.length; from += PAGE) {
      await sweep.page(facts.slice(from, from + PAGE));
    }
    await sweep.complete(checkpoint);
  }

  async #change(
    stored: ReadonlyMap<string, string>,
    facts: RunsFact[],
    texts: ReadonlyMap<string, string>,
  ): Promise<void> {
    const upserts = facts.filter(
      ({ key }) => stored.get(key) !== texts.get(key),
    );
    const type = this.#type;
    const deletes = type
      ? [...stored.keys()]
          .filter(key => !texts.has(key))
          .map(key => ({ type, key }))
      : [];
    for (let from = 0; from < upserts.length; from += PAGE) {
      await this.#sink.change({
        lane: this.#lane,
        upserts: upserts.slice(from, from + PAGE),
        deletes: [],
      });
    }
    if (deletes.length > 0) {
      await this.#sink.change({ lane: this.#lane, upserts: [], deletes });
    }
  }
}
