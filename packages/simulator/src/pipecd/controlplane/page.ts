import { RpcError } from '../server/RpcError';
import { binaryOrder } from './binaryOrder';

interface Row {
  id: string;
  updated_at: number;
}

function decode(cursor: string, refused: string): Row {
  try {
    const { Id, UpdatedAt } = JSON.parse(
      Buffer.from(cursor, 'base64').toString(),
    ) as { Id?: unknown; UpdatedAt?: unknown };
    if (typeof Id === 'string' && typeof UpdatedAt === 'number') {
      return { id: Id, updated_at: UpdatedAt };
    }
  } catch {
    // The database is asked something that it does not understand: the same to the caller.
  }
  throw new RpcError(13, refused);
}

function order(a: Row, b: Row): number {
  return b.updated_at - a.updated_at || binaryOrder(a.id, b.id);
}

/**
 * A page of rows, latest change first. A page that holds anything has a cursor, also the last one; the empty page has none.
 * A row that changes between two pages moves to the front and is missed by the walk, as with the real database.
 */
export function page<T extends Row>(
  rows: Iterable<T>,
  options: { size: number; cursor?: string; refused: string },
): { rows: T[]; cursor?: string } {
  let sorted = [...rows].sort(order);
  if (options.cursor) {
    const after = decode(options.cursor, options.refused);
    sorted = sorted.filter(row => order(after, row) < 0);
  }
  const found = options.size > 0 ? sorted.slice(0, options.size) : sorted;
  const last = found.at(-1);
  return {
    rows: found,
    ...(last && {
      cursor: Buffer.from(
        JSON.stringify({ Id: last.id, UpdatedAt: last.updated_at }),
      ).toString('base64'),
    }),
  };
}
