import type { Clock } from '../../clock/Clock';
import type { ControlPlane } from '../controlplane/ControlPlane';
import { binaryOrder } from '../controlplane/binaryOrder';
import { CommandStatus, CommandType } from '../model/enums';
import { isOver } from '../model/isOver';
import type {
  Application,
  Command,
  Commit,
  PipedMessage,
} from '../model/messages';
import type { ApplicationSpec, StageSpec } from './ApplicationSpec';
import type { DeployTarget } from './DeployTarget';
import { EventType, type PipedEvent } from './PipedEvent';
import type { GateEndpoint } from './GateEndpoint';
import type { PipedTimings } from './PipedTimings';
import { reportState } from './reportState';
import { Run } from './Run';
import type { RunHost } from './RunHost';
import { syncChain } from './syncChain';
import { triggered } from './triggered';

/** Changes of live objects are gathered for so long. */
const LIVE_EVENTS = 2000;

/** How a piped is made. */
export interface PipedOptions {
  message: PipedMessage;
  version: 'v0' | 'v1';
  clock: Clock;
  controlPlane: ControlPlane;
  timings: PipedTimings;
  target: DeployTarget;
  notify(event: PipedEvent, piped: PipedMessage): void;
  /** What stands in its environment now. */
  gate?(): GateEndpoint | undefined;
}

/** A piped: its process may be started, stopped in good order, and killed; what it knows from git survives that. */
export class Piped {
  readonly #options: PipedOptions;
  readonly #specs = new Map<string, ApplicationSpec>();
  readonly #heads = new Map<string, Commit>();
  readonly #plans = new Map<string, Map<string, StageSpec>>();
  readonly #running = new Map<string, Commit>();
  /** Sync commands whose deployment is about to be made. */
  #triggering = new Set<string>();
  #prepared = new Set<string>();
  #read: Command[] = [];
  #runs = new Map<string, Run>();
  /** Which process this is; callbacks of an earlier one are not called any more. */
  #process = 0;
  #alive = false;

  static create(options: PipedOptions): Piped {
    return new Piped(options);
  }

  private constructor(options: PipedOptions) {
    this.#options = options;
    options.controlPlane.pipeds.set(options.message.id, options.message);
  }

  get id(): string {
    return this.#options.message.id;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Registers an application; it is deployed when git has a commit of it, or somebody syncs it. */
  add(application: Application, spec: ApplicationSpec, head: Commit): void {
    this.#options.controlPlane.applications.set(application.id, application);
    this.#specs.set(application.id, spec);
    this.#heads.set(application.id, head);
  }

  /** Changes what git says of an application, for runs that are planned from now on. */
  configure(applicationId: string, change: Partial<ApplicationSpec>): void {
    this.#specs.set(applicationId, { ...this.spec(applicationId), ...change });
  }

  head(applicationId: string): Commit {
    return this.#heads.get(applicationId)!;
  }

  /** What the next deployment is made of, whoever asks for it. */
  setHead(applicationId: string, commit: Commit): void {
    this.#heads.set(applicationId, commit);
  }

  /** A commit is pushed: a deployment follows, of a piped that runs. */
  push(applicationId: string, commit: Commit): void {
    this.setHead(applicationId, commit);
    if (this.#alive) {
      this.#after(this.#options.timings.poll, () =>
        this.#trigger(applicationId, {}),
      );
    }
  }

  start(): void {
    const { controlPlane, message, timings } = this.#options;
    this.#process += 1;
    this.#alive = true;
    this.#read = [];
    this.#triggering = new Set();
    this.#prepared = new Set();
    this.#runs = new Map();
    message.started_at = controlPlane.now();
    message.updated_at = controlPlane.now();
    this.#options.notify({ type: EventType.PIPED_STARTED }, message);
    this.#after(timings.firstStat, () =>
      this.#every(timings.stat, () => this.#stat()),
    );
    this.#every(timings.commands, () => this.#readCommands());
    this.#every(timings.drift, () => this.#reportStates());
    for (const deployment of controlPlane.deployments.values()) {
      if (deployment.piped_id === this.id && !isOver(deployment)) {
        this.#take(deployment.id);
      }
    }
  }

  /** As in an upgrade. */
  stop(): void {
    if (this.#alive) {
      this.#runs.forEach(run => run.stop());
      this.#options.notify(
        { type: EventType.PIPED_STOPPED },
        this.#options.message,
      );
      this.#end();
    }
  }

  /** As by a lost node: nothing more is written, and what was logged last is lost. */
  kill(): void {
    const { controlPlane } = this.#options;
    for (const id of this.#runs.keys()) {
      const stages = controlPlane.deployments.get(id)?.stages ?? [];
      for (const stage of stages) {
        if (stage.status === 1) {
          controlPlane.logs.lose(id, stage.id, 1);
        }
      }
    }
    this.#end();
  }

  #end(): void {
    this.#alive = false;
    this.#process += 1;
  }

  /** What git says of an application. */
  spec(applicationId: string): ApplicationSpec {
    return this.#specs.get(applicationId) ?? {};
  }

  #targetOf(applicationId: string): DeployTarget {
    return this.spec(applicationId).target ?? this.#options.target;
  }

  #after(milliseconds: number, callback: () => void): () => void {
    const process = this.#process;
    return this.#options.clock.after(milliseconds, () => {
      if (this.#process === process) {
        callback();
      }
    });
  }

  #every(milliseconds: number, callback: () => void): void {
    const again = () => {
      callback();
      this.#after(milliseconds, again);
    };
    this.#after(0, again);
  }

  #stat(): void {
    const { clock, controlPlane } = this.#options;
    controlPlane.lastStats.set(this.id, Math.floor(clock.now() / 1000));
  }

  #readCommands(): void {
    const { commands } = this.#options.controlPlane;
    this.#read = [...commands.values()]
      .filter(({ piped_id, status }) => piped_id === this.id && !status)
      .sort((a, b) => binaryOrder(a.id, b.id));
    for (const command of this.#read) {
      this.#obey(command);
    }
  }

  #obey(command: Command): void {
    const { controlPlane, timings } = this.#options;
    const { type = 0, application_id = '', deployment_id = '' } = command;
    const sync = command.sync_application ?? command.chain_sync_application;
    if (type === CommandType.CANCEL_DEPLOYMENT) {
      this.#runs.get(deployment_id)?.cancel(command);
    } else if (type === CommandType.RESTART_PIPED) {
      controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED);
      this.stop();
      this.start();
    } else if (sync && this.#specs.has(application_id)) {
      const application = controlPlane.applications.get(application_id);
      if (application?.disabled || application?.deleted) {
        return;
      }
      if (this.#triggering.has(command.id)) {
        return;
      }
      this.#triggering.add(command.id);
      this.#after(timings.trigger, () => {
        const id = this.#trigger(application_id, { command });
        controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED, {
          TriggeredDeploymentID: id,
        });
      });
    }
  }

  #trigger(applicationId: string, options: { command?: Command }): string {
    const { controlPlane, version } = this.#options;
    const application = controlPlane.applications.get(applicationId)!;
    const { chain } = this.spec(applicationId);
    const deployment = triggered({
      id: controlPlane.uuid(),
      application,
      commit: this.head(applicationId),
      command: options.command,
      version,
      now: controlPlane.now(),
    });
    if (chain && !deployment.deployment_chain_id) {
      deployment.deployment_chain_id = controlPlane.uuid();
    }
    controlPlane.addDeployment(deployment);
    controlPlane.changeApplication(applicationId, draft => {
      draft.most_recently_triggered_deployment = {
        deployment_id: deployment.id,
        trigger: deployment.trigger,
        versions: [],
        started_at: deployment.created_at,
      };
    });
    this.#notify({ type: EventType.TRIGGERED, deployment });
    if (chain && !options.command?.chain_sync_application) {
      syncChain(controlPlane, deployment, chain);
    }
    this.#take(deployment.id);
    return deployment.id;
  }

  #take(deploymentId: string): void {
    const { status = 0 } =
      this.#options.controlPlane.deployments.get(deploymentId)!;
    const run = Run.create(this.#host(status >= 2 ? 2 : 1), deploymentId);
    this.#runs.set(deploymentId, run);
    run.begin();
  }

  #notify(event: PipedEvent): void {
    this.#options.notify(event, this.#options.message);
  }

  /** `localStatus`: what its own copy says of a deployment while it runs. */
  #host(localStatus: number): RunHost {
    const { controlPlane, timings, version, clock } = this.#options;
    return {
      version,
      controlPlane,
      timings,
      targetOf: id => this.#targetOf(id),
      plans: this.#plans,
      running: this.#running,
      prepared: this.#prepared,
      elapsed: () => clock.elapsed(),
      after: (wait, callback) => this.#after(wait, callback),
      specOf: id => this.spec(id),
      commands: (deploymentId, type) =>
        this.#read.filter(
          command =>
            !command.status &&
            command.deployment_id === deploymentId &&
            (command.type ?? 0) === type,
        ),
      notify: event =>
        this.#notify({
          ...event,
          localStatus: event.type === EventType.PLANNED ? 0 : localStatus,
        }),
      gate: () => this.#options.gate?.(),
      changed: id => this.#after(LIVE_EVENTS, () => this.#reportOf(id)),
      ended: id => this.#ended(id),
    };
  }

  #ended(deploymentId: string): void {
    const { controlPlane } = this.#options;
    this.#runs.delete(deploymentId);
    const deployment = controlPlane.deployments.get(deploymentId)!;
    if (deployment.status !== 4) {
      return;
    }
    this.#running.set(deployment.application_id, deployment.trigger.commit);
    controlPlane.changeApplication(deployment.application_id, draft => {
      draft.most_recently_successful_deployment = {
        deployment_id: deployment.id,
        trigger: deployment.trigger,
        summary: deployment.summary,
        config_filename: 'app.pipecd.yaml',
        versions: deployment.versions,
        started_at: deployment.created_at,
      };
    });
    this.#reportState(
      controlPlane.applications.get(deployment.application_id)!,
    );
  }

  #reportOf(applicationId: string): void {
    const application =
      this.#options.controlPlane.applications.get(applicationId);
    if (application && !application.deleted && !application.disabled) {
      this.#reportState(application);
    }
  }

  #reportStates(): void {
    for (const id of this.#specs.keys()) {
      this.#reportOf(id);
    }
  }

  #reportState(application: Application): void {
    const { controlPlane, version } = this.#options;
    reportState({
      controlPlane,
      version,
      application,
      spec: this.spec(application.id),
      target: this.#targetOf(application.id),
      running: this.#running.get(application.id),
      head: this.head(application.id),
    });
  }
}
