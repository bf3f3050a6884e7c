import { ArmedLane } from '../ArmedLane';
import { LaneReading } from '../LaneReading';
import { CareBoard } from './CareBoard';
import { ProvenExemption } from './ExemptionProver';
import { LaneNoticer } from './LaneNoticer';
import { NoticeBook } from './NoticeBook';
import { offerNotice } from './offerNotice';
import { restoreEtag } from './restoreEtag';
import { restoreSentence } from './restoreSentence';

interface Options {
  board: CareBoard;
  book: NoticeBook;
  noticer: LaneNoticer;
}

/** What makes two looks at a policy that is not found two looks, in milliseconds: a source that is read anew has none for a moment. */
const GONE_FOR_MS = 5_000;

/** What is offered to people to be restored in a lane: on the page, to owners, and since when. */
export class LaneOffers {
  static create(options: Options): LaneOffers {
    return new LaneOffers(options);
  }

  readonly #options: Options;
  /** By id of the lane: since when its policy is not found, in milliseconds since the epoch. */
  readonly #goneSince = new Map<string, number>();

  private constructor(options: Options) {
    this.#options = options;
  }

  show(lane: ArmedLane, exemption: ProvenExemption): void {
    this.#options.board.offer(lane, {
      clusters: exemption.clusters,
      basis: exemption.basis,
      sentence: restoreSentence(exemption),
      etag: restoreEtag(exemption),
    });
  }

  hide(lane: ArmedLane): void {
    this.#options.board.clear(lane);
  }

  /**
   * Tells owners, and gives since when it is offered, in milliseconds since the epoch. Whether they could be told makes no
   * difference to that: where nobody can be notified, the portal would never do what is due after a while.
   */
  async since(
    { lane, facts, clusters }: LaneReading,
    exemption: ProvenExemption,
    by: 'portal' | 'person',
  ): Promise<number> {
    const { book, noticer } = this.#options;
    const digests = exemption.clusters.map(name => clusters[name].digest);
    const what = `${exemption.basis}|${by}|${digests.join(',')}`;
    const { at } = await book.note(`${offersOf(lane)}since|${what}`);
    await noticer.tell(facts, {
      key: `${offersOf(lane)}told|${what}`,
      ...offerNotice(exemption, by),
    });
    return at;
  }

  /** The policy of a lane is there. */
  found({ id }: ArmedLane): void {
    this.#goneSince.delete(id);
  }

  /** It is not found. What was offered is offered no more, and forgotten where that was so before: `now` in milliseconds since the epoch. */
  async gone(lane: ArmedLane, now: number): Promise<void> {
    this.hide(lane);
    const since = this.#goneSince.get(lane.id) ?? now;
    this.#goneSince.set(lane.id, since);
    if (now - since >= GONE_FOR_MS) {
      await this.forget(lane);
    }
  }

  /** The same may be lost again; people have their time anew then. */
  async forget(lane: ArmedLane): Promise<void> {
    await this.#options.book.forgetAll(offersOf(lane));
  }
}

/** Notes of what was offered for a lane begin with this. */
function offersOf({ id }: ArmedLane): string {
  return `lane|offer|${id}|`;
}
