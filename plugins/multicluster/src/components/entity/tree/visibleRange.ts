import { defaultRangeExtractor, Range } from '@tanstack/react-virtual';

/**
 * Indexes of the rows to keep in the document: those in sight, and one more wherever it is.
 *
 * @internal
 */
export function visibleRange(range: Range, always: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (always >= range.count || indexes.includes(always)) {
    return indexes;
  }
  return [...indexes, always].sort((a, b) => a - b);
}
