import { badInput } from '../../util/codedErrors';
import { decodeCursor, encodeCursor } from '../../views/paging/cursor';

/**
 * Where in the inbox an item stands: what is up to the viewer (0), what waits for others (1), what ended (2), and within that what
 * comes first is smaller.
 */
export interface InboxPlace {
  rank: 0 | 1 | 2;
  order: [number, number, number];
  id: string;
}

/** Cursors of the inbox. */
export const inboxCursor = {
  encode: ({ rank, order, id }: InboxPlace): string =>
    encodeCursor([rank, ...order, id]),

  /** Throws an InputError for one that is not ours. */
  decode(text: string | undefined): InboxPlace | undefined {
    const key = decodeCursor(text, 5);
    if (!key) {
      return undefined;
    }
    const [rank, first, second, third, id] = key;
    const order = [first, second, third].map(Number);
    if (
      (rank !== 0 && rank !== 1 && rank !== 2) ||
      !order.every(Number.isSafeInteger) ||
      typeof id !== 'string'
    ) {
      throw badInput(
        'cursor-invalid',
        'This cursor was not given by this list',
      );
    }
    return { rank, order: [order[0], order[1], order[2]], id };
  },

  /** Places in their order. */
  compare(a: InboxPlace, b: InboxPlace): number {
    return (
      a.rank - b.rank ||
      a.order[0] - b.order[0] ||
      a.order[1] - b.order[1] ||
      a.order[2] - b.order[2] ||
      (a.id < b.id ? -1 : Number(a.id > b.id))
    );
  },
};
