import { badInput } from '../../util/codedErrors';
import { decodeCursor, encodeCursor } from '../../views/paging/cursor';

/** Where in the inbox an item stands: what the viewer can decide (0), what waits for others (1), what ended (2). */
export interface InboxPlace {
  rank: 0 | 1 | 2;
  createdAt: number;
  id: string;
}

/** Cursors of the inbox. */
export const inboxCursor = {
  encode: ({ rank, createdAt, id }: InboxPlace): string =>
    encodeCursor([rank, createdAt, id]),

  /** Throws an InputError for one that is not ours. */
  decode(text: string | undefined): InboxPlace | undefined {
    const key = decodeCursor(text, 3);
    if (!key) {
      return undefined;
    }
    const [rank, createdAt, id] = key;
    if (
      (rank !== 0 && rank !== 1 && rank !== 2) ||
      !Number.isSafeInteger(createdAt) ||
      typeof id !== 'string'
    ) {
      throw badInput(
        'cursor-invalid',
        'This cursor was not given by this list',
      );
    }
    return { rank, createdAt: Number(createdAt), id };
  },

  /** Whether a place comes after another: by rank, then newest first. */
  isAfter(place: InboxPlace, other: InboxPlace): boolean {
    if (place.rank !== other.rank) {
      return place.rank > other.rank;
    }
    return place.createdAt !== other.createdAt
      ? place.createdAt < other.createdAt
      : place.id < other.id;
  },
};
