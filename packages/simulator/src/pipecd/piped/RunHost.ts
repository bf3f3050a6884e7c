import type { ControlPlane } from '../controlplane/ControlPlane';
import type { Command, Deployment } from '../model/messages';
import type { ApplicationSpec, StageSpec } from './ApplicationSpec';
import type { DeployTarget } from './DeployTarget';
import type { GateEndpoint } from './GateEndpoint';
import type { PipedEvent } from './PipedEvent';
import type { PipedTimings } from './PipedTimings';

/** What a run needs of the piped that executes it. */
export interface RunHost {
  readonly version: 'v0' | 'v1';
  readonly controlPlane: ControlPlane;
  readonly timings: PipedTimings;
  targetOf(applicationId: string): DeployTarget;
  /** World milliseconds since some moment. */
  elapsed(): number;
  /** Calls back after that much world time, unless this process has ended by then. */
  after(milliseconds: number, callback: () => void): () => void;
  specOf(applicationId: string): ApplicationSpec;
  /** What the stages of a deployment were planned from, by stage id. */
  plans: Map<string, Map<string, StageSpec>>;
  /** Commands of people for a deployment that were read and not handled, in the order of the datastore. */
  commands(deploymentId: string, type: number): Command[];
  /** The commits that were deployed last with success, by application. */
  running: Map<string, Deployment['trigger']['commit']>;
  /** Sources that this process has cloned. */
  prepared: Set<string>;
  notify(event: PipedEvent): void;
  /** Where scripts ask whether they may go on: what stands in the environment of the process. */
  gate(): GateEndpoint | undefined;
  /** Objects of an application were changed: what is known of them is read again soon. */
  changed(applicationId: string): void;
  /** A run has ended. */
  ended(deploymentId: string): void;
}
