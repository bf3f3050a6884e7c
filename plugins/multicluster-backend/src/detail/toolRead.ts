import { LoggerService } from '@backstage/backend-plugin-api';
import { unavailable } from '../util/codedErrors';
import { isMeantForReaders } from './isMeantForReaders';

/**
 * Reads from a delivery tool within a deadline. What it throws for people to read is thrown on; anything else can quote the
 * request it failed at, and with it a credential, and is only named in the log.
 */
export async function toolRead<T>(
  options: { source: string; deadlineMs: number; logger: LoggerService },
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { source, deadlineMs, logger } = options;
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // A fifth more than the tool gets, so that a source that keeps its deadline is never cut off.
    timer = setTimeout(
      () =>
        reject(unavailable('tool-late', `${source} did not answer in time`)),
      deadlineMs * 1.2,
    );
  });
  try {
    return await Promise.race([read(abort.signal), late]);
  } catch (error) {
    if (isMeantForReaders(error)) {
      throw error;
    }
    const name = error instanceof Error ? error.name : typeof error;
    logger.error(`Reading from a delivery tool failed with ${name}`, {
      source,
    });
    throw unavailable('tool-failed', `${source} could not be read`);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
