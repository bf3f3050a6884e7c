import type { Clock } from '../../clock/Clock';
import type { Random } from '../../clock/Random';
import { plainCopy } from '../../apiserver/plainCopy';
import type {
  Application,
  Command,
  Deployment,
  LiveState,
  PipedMessage,
} from '../model/messages';
import { StageLogs } from './StageLogs';

/** A tenant and who signs in to it by password. */
export interface Project {
  id: string;
  desc: string;
  staticAdmin: { username: string; password: string };
}

/** A key of the API service; it is shown as `id.secret`. */
export interface ApiKey {
  id: string;
  secret: string;
  projectId: string;
  readWrite: boolean;
}

/** What one change of a deployment is told as. */
export type DeploymentListener = (deployment: Deployment) => void;

/** What the control plane keeps: rows as on the wire, written by pipeds and by people. */
export class ControlPlane {
  readonly projects = new Map<string, Project>();
  readonly keys = new Map<string, ApiKey>();
  readonly pipeds = new Map<string, PipedMessage>();
  readonly applications = new Map<string, Application>();
  readonly deployments = new Map<string, Deployment>();
  readonly commands = new Map<string, Command>();
  readonly liveStates = new Map<string, LiveState>();
  /** When each piped reported last that it is alive, in milliseconds since the epoch. */
  readonly lastStats = new Map<string, number>();
  readonly logs: StageLogs;
  /** Requests that would have ended the process of a real one. */
  crashed = 0;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #listeners = new Set<DeploymentListener>();

  static create(world: { clock: Clock; random: Random }): ControlPlane {
    return new ControlPlane(world);
  }

  private constructor({ clock, random }: { clock: Clock; random: Random }) {
    this.#clock = clock;
    this.#random = random;
    this.logs = StageLogs.create(() => this.now());
  }

  /** Whole seconds since the epoch, as everything here is stamped. */
  now(): number {
    return Math.floor(this.#clock.now() / 1000);
  }

  uuid(): string {
    return this.#random.uuid();
  }

  onDeployment(listener: DeploymentListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  addDeployment(deployment: Deployment): void {
    this.deployments.set(deployment.id, deployment);
    this.#tell(deployment);
  }

  changeDeployment(id: string, edit: (deployment: Deployment) => void): void {
    const deployment = this.deployments.get(id);
    if (deployment) {
      edit(deployment);
      deployment.updated_at = this.now();
      this.#tell(deployment);
    }
  }

  changeApplication(
    id: string,
    edit: (application: Application) => void,
  ): void {
    const application = this.applications.get(id);
    if (application) {
      edit(application);
      application.updated_at = this.now();
    }
  }

  addCommand(
    command: Omit<Command, 'id' | 'created_at' | 'updated_at'>,
  ): string {
    const id = this.uuid();
    const created_at = this.now();
    this.commands.set(id, {
      id,
      ...command,
      created_at,
      updated_at: created_at,
    });
    return id;
  }

  handleCommand(
    id: string,
    status: number,
    metadata?: Record<string, string>,
  ): void {
    const command = this.commands.get(id);
    if (command) {
      const now = this.now();
      Object.assign(command, {
        status,
        ...(metadata && { metadata }),
        handled_at: now,
        updated_at: now,
      });
    }
  }

  #tell(deployment: Deployment): void {
    for (const listener of this.#listeners) {
      listener(plainCopy(deployment));
    }
  }
}
