import { LoggerService } from '@backstage/backend-plugin-api';
import { DemandBook } from './DemandBook';

/**
 * Says that somebody has runs on screen. It only makes their tool be asked more often, so nothing that is read meanwhile may
 * fail by it.
 *
 * @param runHashes - their ids in URLs
 */
export async function noteOnScreen(
  demand: Pick<DemandBook, 'noteWatched'>,
  logger: LoggerService,
  runHashes: string[],
): Promise<void> {
  try {
    await Promise.all(runHashes.map(hash => demand.noteWatched(hash)));
  } catch (error) {
    logger.debug(
      'A run on screen could not be noted',
      error instanceof Error ? error : undefined,
    );
  }
}
