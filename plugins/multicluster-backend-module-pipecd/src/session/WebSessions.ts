import { Session } from './Session';

/** A role that a control plane knows, or the name of one of its own. @internal */
export type Role = string;

/**
 * Sessions of the web service for one project.
 *
 * @internal
 */
export interface WebSessions {
  readonly mode: 'signing-key' | 'static';
  /** Whether {@link WebSessions.acting} can be the person who asks. */
  readonly actsAsPerson: boolean;
  /** Name that what is done with `acting` is recorded as, where it is always the same. */
  readonly username?: string;
  /** Values that must never be shown. */
  readonly secrets: string[];
  /** For reading. Rejects with a PipecdError when there is none to be had. */
  reading(signal: AbortSignal): Promise<Session>;
  /** For what is done in the name of a person; `static`: of the one account there is. */
  acting(user: string, signal: AbortSignal): Promise<Session>;
  /** The control plane did not accept it: the next one is another, if there can be another. */
  refused(session: Session): void;
}
