import { LoggerService } from '@backstage/backend-plugin-api';
import { UnknownValue } from '../project/UnknownValue';

/** More pairs than this are not a new version but garbage. */
const MOST = 100;

/** Logs each value that we do not know once. @internal */
export function logOnce(logger: LoggerService): UnknownValue {
  const seen = new Set<string>();
  return (field, value) => {
    const pair = `${field}=${value.slice(0, 64)}`;
    if (!seen.has(pair) && seen.size < MOST) {
      seen.add(pair);
      logger.info(
        `A value that is not known here reads as unknown: ${JSON.stringify(
          pair,
        )}`,
      );
    }
  };
}
