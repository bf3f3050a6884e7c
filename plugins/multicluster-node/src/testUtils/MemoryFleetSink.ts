import { FleetFact, FleetSink, PlacementFact } from '../contract';
import {
  MemoryFactSink,
  MemorySinkCall,
  MemorySinkWrite,
} from './MemoryFactSink';

/** One call that a {@link MemoryFleetSink} took. @public */
export type FleetSinkCall = MemorySinkCall<FleetFact>;

/** One row that a {@link MemoryFleetSink} wrote, in order. @public */
export type FleetSinkWrite = MemorySinkWrite<FleetFact>;

/** A {@link FleetSink} in memory. @public */
export class MemoryFleetSink
  extends MemoryFactSink<FleetFact>
  implements FleetSink
{
  static create(options?: { checkpoints?: Record<string, string> }) {
    return new MemoryFleetSink(options?.checkpoints);
  }

  async referencedKinds() {
    this.check();
    const kinds = this.facts('placement')
      .filter((fact: PlacementFact) => !fact.dependency)
      .map(({ workload: { group, version, kind } }) => ({
        group,
        version,
        kind,
      }));
    return [...new Map(kinds.map(k => [JSON.stringify(k), k])).values()];
  }
}
