import { Caller, DeliverySource, LanesFacet } from '../../../contract';
import { LanesWorld, LanesWorldAbility } from './LanesWorld';

/** A source that has lanes. @public */
export type LanesSource = DeliverySource & { readonly lanes: LanesFacet };

/** A source under test, and the system it holds dispatch of. @public */
export interface LanesHarness {
  /** A new instance of the source on the same system. */
  createSource(): Promise<LanesSource>;
  world: LanesWorld;
  /** Somebody who may hold and release. */
  approver: Caller;
  /** Milliseconds within which what was released runs (20,000). */
  patienceMs?: number;
  /** Milliseconds after which what has not come is taken for held (1,000). */
  quietMs?: number;
  close?(): Promise<void>;
}

/** Why a world cannot do something, for whoever reads the output of the tests. @public */
export type LanesCannot = Partial<Record<LanesWorldAbility, string>>;
