import { ResourceType } from '../ObjectStore';
import { Representation } from '../represent/representation';
import { Change } from '../store/ChangeHistory';
import { StoredObject } from '../store/StoredObject';
import { encodeEvent } from './encodeEvent';
import { seenThrough } from './seenThrough';
import { WatchStream } from './WatchStream';

interface View {
  type: ResourceType;
  namespace: string;
  form: Representation;
  now: Date;
  include: string;
  test: ((entry: StoredObject) => boolean) | undefined;
}

/** What one watch sees of the changes of a kind: its namespace, its selectors, in its representation. */
export class WatchView {
  readonly #view: View;
  readonly #stream: WatchStream;
  readonly #counted: () => void;

  private constructor(view: View, stream: WatchStream, counted: () => void) {
    this.#view = view;
    this.#stream = stream;
    this.#counted = counted;
  }

  /** `counted` hears of each event as it is sent. */
  static create(
    view: View,
    stream: WatchStream,
    counted: () => void,
  ): WatchView {
    return new WatchView(view, stream, counted);
  }

  get form(): Representation {
    return this.#view.form;
  }

  show(change: Change): void {
    const { namespace, test } = this.#view;
    if (namespace && change.entry.namespace !== namespace) {
      return;
    }
    seenThrough(change, test, (event, entry) => {
      this.#stream.send(encodeEvent.object(event, entry, this.#view));
      this.#counted();
    });
  }

  /** Existing objects as ADDED events, each made when it is asked for. */
  *initial(entries: readonly StoredObject[]): Generator<Buffer, void> {
    const { namespace, test } = this.#view;
    for (const entry of entries) {
      if (
        (!namespace || entry.namespace === namespace) &&
        (!test || test(entry))
      ) {
        this.#counted();
        yield encodeEvent.object('ADDED', entry, this.#view);
      }
    }
  }
}
