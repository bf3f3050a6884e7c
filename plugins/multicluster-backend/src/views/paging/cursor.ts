import { badInput } from '../../util/codedErrors';

/** Where the next page starts: the sort key of the last item of this one. */
export type CursorKey = Array<string | number>;

/** A cursor as text; opaque to clients. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor; throws an InputError for one that is not ours. */
export function decodeCursor(
  text: string | undefined,
  length: number,
): CursorKey | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const key: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every(item => typeof item === 'string' || Number.isFinite(item))
    ) {
      return key;
    }
  } catch {
    // falls through: whatever is wrong with it, it is not ours
  }
  throw badInput('cursor-invalid', 'This cursor was not given by this list');
}
