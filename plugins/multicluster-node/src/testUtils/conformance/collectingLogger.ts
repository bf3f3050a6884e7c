import { LoggerService } from '@backstage/backend-plugin-api';

/** A logger that keeps what it is told, one text an entry. @internal */
export function collectingLogger(logged: string[]): LoggerService {
  const log = (message: string, meta?: unknown) => {
    const detail = meta instanceof Error ? String(meta.stack) : meta;
    logged.push(`${message} ${JSON.stringify(detail ?? '')}`);
  };
  const logger: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  };
  return logger;
}
