import { Caller, DeliverySource, RunsFacet } from '../../../contract';
import { RunsWorld, RunsWorldAbility } from './RunsWorld';

/** A source that has runs. @public */
export type RunsSource = DeliverySource & { readonly runs: RunsFacet };

/** Somebody who has an account at the tool. @public */
export interface RunsPerson {
  caller: Caller;
  /** As the tool records them. */
  nativeId: string;
  /** Their own credential, for sources that deliver in-request. */
  userCredential?: string;
}

/** Who decides and acts in the cases. @public */
export interface RunsPeople {
  /** May decide gates, and is on the list of those that are opened for them. */
  approver: RunsPerson;
  /** May decide gates as far as the tool's roles go, and is on no list that does not name them. */
  other: RunsPerson;
  /** Has no account at the tool, as far as the source's configuration says. */
  unmapped: Caller;
}

/** A source under test, and the tool it reads. @public */
export interface RunsHarness {
  /** A new instance of the source on the same tool. */
  createSource(): Promise<RunsSource>;
  world: RunsWorld;
  people: RunsPeople;
  /** Credentials that the source holds and texts of its configuration that nobody may read. */
  secrets: readonly string[];
  /** Milliseconds within which the source must have seen what happened (20,000). */
  patienceMs?: number;
  /** Milliseconds that the source waits at most between two looks (50); more for a tool that others use. */
  pollMs?: number;
  close?(): Promise<void>;
}

/** Why a world cannot do something, for whoever reads the output of the tests. @public */
export type RunsCannot = Partial<Record<RunsWorldAbility, string>>;
