/** A line of a stream; of one that is longer than allowed only the beginning. @public */
export type StreamLine =
  | { text: string; bytes: number; oversized?: false }
  | {
      /** The first 2,048 bytes. */
      text: string;
      bytes: number;
      oversized: true;
    };

const HEAD_BYTES = 2048;
const NEWLINE = 10;

/**
 * Splits bytes into lines, in batches as they arrive. What is kept of a line never exceeds `maxLineBytes`, however long
 * it is.
 *
 * @returns a function that takes a chunk and gives the lines it completed; without a chunk it gives the unfinished last one
 * @public
 */
export function splitLines(
  maxLineBytes: number,
): (chunk?: Buffer) => StreamLine[] {
  let parts: Buffer[] = [];
  let bytes = 0;

  function keep(part: Buffer) {
    if (part.length === 0) {
      return;
    }
    bytes += part.length;
    if (bytes <= maxLineBytes) {
      parts.push(part);
    } else {
      const head = Buffer.concat([...parts, part]).subarray(0, HEAD_BYTES);
      parts = [Buffer.from(head)];
    }
  }

  function take(): StreamLine[] {
    if (bytes === 0) {
      return [];
    }
    const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const line = { text: whole.toString('utf8'), bytes };
    const oversized = bytes > maxLineBytes;
    parts = [];
    bytes = 0;
    return [oversized ? { ...line, oversized } : line];
  }

  return chunk => {
    if (!chunk) {
      return take();
    }
    const lines: StreamLine[] = [];
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      keep(chunk.subarray(start, end));
      lines.push(...take());
      start = end + 1;
    }
    keep(chunk.subarray(start));
    return lines;
  };
}
