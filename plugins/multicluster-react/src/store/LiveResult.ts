import { LiveSnapshot } from './LiveSnapshot';

/**
 * What every hook of an aggregate returns.
 *
 * @public
 */
export interface LiveResult<T> extends LiveSnapshot<T> {
  /** Reads again now. */
  refresh(): void;
}
