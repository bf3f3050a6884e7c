import { PlacementDeriver } from '../derive/PlacementDeriver';
import { FleetReader } from '../store/FleetReader';

/** What a plan is made with. */
export interface PlanContext {
  /** Configured name of the source. */
  source: string;
  reader: FleetReader;
  deriver: PlacementDeriver;
  now(): number;
}

/** Where facts come from. */
export interface PlanLane {
  id: number;
  /** The lane was never listed completely: what appears in it is not news. */
  initial: boolean;
  /** Every placement is derived again when the list has come to its end, so that no single fact need ask for it. */
  rederivesAtEnd?: boolean;
}
