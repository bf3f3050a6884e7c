import { DeliverySource, FleetFacet } from '../../contract';
import { FleetWorld } from './FleetWorld';

/** A source that has a fleet. @public */
export type FleetSource = DeliverySource & { readonly fleet: FleetFacet };

/** A source under test, and the system it reads. @public */
export interface FleetHarness {
  /** A new instance of the source on the same system. */
  createSource(): Promise<FleetSource>;
  world: FleetWorld;
  /** Milliseconds within which the source must have seen what happened (20,000). */
  patienceMs?: number;
  close?(): Promise<void>;
}
