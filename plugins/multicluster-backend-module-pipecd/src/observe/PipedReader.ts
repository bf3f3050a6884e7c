import { ProjectReader } from '../ProjectReader';
import { RawPiped } from '../wire/messages';
import { Pace } from './Pace';

/** With an API key a piped is only asked for its name and version, and each call costs the control plane 60 ms. */
const BY_ID_MS = 300_000;
/** More are not asked for one by one. */
const BY_ID = 100;

/**
 * Reads pipeds: all with their status over the web service; with an API key one by one, those that applications and runs
 * name, without their status.
 *
 * @internal
 */
export class PipedReader {
  static create(options: {
    reader: ProjectReader;
    pace: Pace;
    /** Ids of pipeds that applications and runs name. */
    named: ReadonlySet<string>;
  }): PipedReader {
    return new PipedReader(options);
  }

  readonly #reader: ProjectReader;
  readonly #pace: Pace;
  readonly #named: ReadonlySet<string>;
  readonly #known = new Map<string, { raw?: RawPiped; until: number }>();

  private constructor(options: {
    reader: ProjectReader;
    pace: Pace;
    named: ReadonlySet<string>;
  }) {
    this.#reader = options.reader;
    this.#pace = options.pace;
    this.#named = options.named;
  }

  /** @throws PipecdError, or the reason of the signal */
  async read(signal: AbortSignal): Promise<RawPiped[] | undefined> {
    const all = await this.#reader.pipeds({ signal });
    if (all || !this.#reader.hasApiKey) {
      return all;
    }
    for (const id of [...this.#named].slice(0, BY_ID)) {
      if ((this.#known.get(id)?.until ?? -Infinity) <= this.#pace.now) {
        const raw = await this.#reader.piped(id, { signal });
        this.#known.set(id, { raw, until: this.#pace.now + BY_ID_MS });
      }
    }
    return [...this.#known.values()].flatMap(({ raw }) => raw ?? []);
  }
}
