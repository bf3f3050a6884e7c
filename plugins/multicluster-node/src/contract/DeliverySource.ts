import { ActionsFacet } from './ActionsFacet';
import { ClustersFacet } from './ClustersFacet';
import { DetailFacet } from './DetailFacet';
import { FleetFacet } from './FleetFacet';
import { GatesFacet } from './GatesFacet';
import { LanesFacet } from './LanesFacet';
import { RunsFacet } from './RunsFacet';

/**
 * A system that places workloads on clusters or delivers to them.
 *
 * @remarks
 * A source declares the facets it has; the core asks for facets and never for a system. A source knows nothing of
 * entities, permissions or HTTP routes. One instance is one configured control plane.
 *
 * @public
 */
export interface DeliverySource {
  /** The configured name; unique over all sources, and the `controlPlane` of everything it reports. */
  readonly id: string;
  /** The system, for example `karmada`. For display and metrics only. */
  readonly type: string;
  readonly title?: string;
  /** What the system is called where people read it, for example `PipeCD`; its type where absent. */
  readonly product?: string;
  readonly fleet?: FleetFacet;
  readonly detail?: DetailFacet;
  readonly runs?: RunsFacet;
  readonly gates?: GatesFacet;
  readonly actions?: ActionsFacet;
  readonly lanes?: LanesFacet;
  readonly clusters?: ClustersFacet;
}
