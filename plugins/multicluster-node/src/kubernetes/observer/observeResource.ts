import { ObserveResourceOptions } from './ObserverOptions';
import { ResourceObserver } from './ResourceObserver';

/**
 * Observes one kind of one API server and keeps a lane of the inventory equal to it.
 *
 * @remarks
 * Lists, then watches from there. A stored checkpoint is resumed from without a list. Trouble with the server is reported
 * and retried inside, with jitter, honouring Retry-After. A deletion is concluded from an event that says so or from a list
 * that was read to its end, and from nothing else. What is kept in memory does not grow with the number of objects.
 *
 * @returns resolves when the signal of the context aborts, after everything in flight has ended
 * @throws what the sink throws, a ConflictError when the lease is lost
 * @public
 */
export function observeResource(
  options: ObserveResourceOptions,
): Promise<void> {
  return ResourceObserver.create(options).run();
}
