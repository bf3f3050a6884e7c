import { once } from 'node:events';
import { Response } from 'express';

/** Writes the frames of a log as they come, one JSON object a line. */
export async function writeFrames(
  res: Response,
  frames: AsyncIterable<object>,
  gone: AbortSignal,
): Promise<void> {
  res.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  // A proxy that compresses gathers lines until it has enough of them, and the reader sees nothing meanwhile.
  res.setHeader('Cache-Control', 'private, no-store, no-transform');
  res.setHeader('X-Accel-Buffering', 'no');
  res.flushHeaders();
  for await (const frame of frames) {
    // A reader that is slower than the log must slow the log down, or it piles up in memory here.
    if (!res.write(`${JSON.stringify(frame)}\n`) && !gone.aborted) {
      await once(res, 'drain', { signal: gone }).catch(() => undefined);
    }
  }
  res.end();
}
