import {
  CommandStatus,
  CommandType,
  DeploymentStatus,
  StageStatus,
} from '../model/enums';
import { isOver } from '../model/isOver';
import type { Command, Deployment, Stage } from '../model/messages';
import { EventType } from './PipedEvent';
import { plan } from './plan';
import type { RunHost } from './RunHost';
import { startStage, type StageExecution } from './StageExecution';

interface Verdict {
  status: number;
  reason: string;
  /** Who cancelled it, where somebody did. */
  commander?: string;
}

const STAGE_EVENTS: Record<number, number> = {
  [StageStatus.SUCCESS]: EventType.STAGE_SUCCEEDED,
  [StageStatus.FAILURE]: EventType.STAGE_FAILED,
  [StageStatus.CANCELLED]: EventType.STAGE_CANCELLED,
  [StageStatus.SKIPPED]: EventType.STAGE_SKIPPED,
  [StageStatus.EXITED]: EventType.STAGE_SUCCEEDED,
};

const END_EVENTS: Record<number, number> = {
  [DeploymentStatus.SUCCESS]: EventType.SUCCEEDED,
  [DeploymentStatus.FAILURE]: EventType.FAILED,
  [DeploymentStatus.CANCELLED]: EventType.CANCELLED,
};

/** One deployment in the hands of one process of a piped: from PENDING to its end, or until the process ends. */
export class Run {
  readonly #host: RunHost;
  readonly #id: string;
  #execution: StageExecution | undefined;
  #current: string | undefined;
  #cancel: Command | undefined;
  #cancelNoticed = false;

  static create(host: RunHost, deploymentId: string): Run {
    return new Run(host, deploymentId);
  }

  private constructor(host: RunHost, deploymentId: string) {
    this.#host = host;
    this.#id = deploymentId;
  }

  /** Takes the deployment up where it stands. */
  begin(): void {
    const { timings } = this.#host;
    const { status = 0 } = this.#deployment();
    if (status === DeploymentStatus.PENDING) {
      this.#host.after(timings.plan, () => this.#plan());
    } else if (status === DeploymentStatus.PLANNED) {
      this.#host.after(timings.start, () => this.#start());
    } else {
      this.#host.after(timings.resume, () => this.#resume());
    }
  }

  /** Is told of a cancel that was read: of two, a v0 piped remembers the later, a v1 piped the earlier. */
  cancel(command: Command): void {
    if (!this.#cancelNoticed) {
      if (!this.#cancel || this.#host.version === 'v0') {
        this.#cancel = command;
      }
    }
  }

  /** The process stops in good order: of v1, a stage that runs is cancelled, and nothing more is written. */
  stop(): void {
    const stage = this.#stage(this.#current);
    if (this.#host.version === 'v1' && stage?.status === StageStatus.RUNNING) {
      this.#execution?.stop(false);
      // Its log never says that it is complete: nobody is left to say so.
      this.#setStatus(stage, StageStatus.CANCELLED);
    }
  }

  #deployment(): Deployment {
    return this.#host.controlPlane.deployments.get(this.#id)!;
  }

  #stage(id: string | undefined): Stage | undefined {
    return this.#deployment().stages.find(stage => stage.id === id);
  }

  #change(edit: (deployment: Deployment) => void): void {
    this.#host.controlPlane.changeDeployment(this.#id, edit);
  }

  /** Whether an older deployment of the same application is not over. */
  #queued(): boolean {
    const own = this.#deployment();
    for (const other of this.#host.controlPlane.deployments.values()) {
      if (other.id === own.id) {
        return false;
      }
      if (other.application_id === own.application_id && !isOver(other)) {
        return true;
      }
    }
    return false;
  }

  #blockIsDue(): 'yes' | 'wait' | 'never' {
    const own = this.#deployment();
    const index = own.deployment_chain_block_index ?? 0;
    if (!own.deployment_chain_id || index === 0) {
      return 'yes';
    }
    const before = [...this.#host.controlPlane.deployments.values()].find(
      ({ deployment_chain_id, deployment_chain_block_index = 0 }) =>
        deployment_chain_id === own.deployment_chain_id &&
        deployment_chain_block_index === index - 1,
    );
    if (!before || !isOver(before)) {
      return 'wait';
    }
    return before.status === DeploymentStatus.SUCCESS ? 'yes' : 'never';
  }

  #plan(): void {
    const { controlPlane, version, timings } = this.#host;
    const deployment = this.#deployment();
    const spec = this.#host.specOf(deployment.application_id);
    const due = this.#blockIsDue();
    if (spec.stuck || this.#queued() || due === 'wait') {
      this.#host.after(timings.queue, () => this.#plan());
      return;
    }
    if (due === 'never') {
      this.#end({
        status: DeploymentStatus.CANCELLED,
        reason:
          'The deployment was cancelled because the previous block of its chain did not succeed',
      });
      return;
    }
    const running = this.#host.running.get(deployment.application_id);
    const planned = plan({
      version,
      deployment,
      spec,
      before: Boolean(running),
      uuid: () => controlPlane.uuid(),
      now: controlPlane.now(),
    });
    if (!planned) {
      this.#end({
        status: DeploymentStatus.FAILURE,
        reason: 'Unable to plan the deployment (unable to plan the deployment)',
      });
      return;
    }
    this.#host.plans.set(this.#id, planned.specs);
    this.#change(draft => {
      draft.status = DeploymentStatus.PLANNED;
      draft.status_reason = 'The deployment has been planned';
      draft.summary = planned.summary;
      draft.stages = planned.stages;
      draft.versions = planned.versions;
      draft.running_commit_hash = running?.hash;
      draft.trigger = {
        ...draft.trigger,
        sync_strategy: version === 'v1' ? planned.strategy : 0,
      };
    });
    this.#host.notify({
      type: EventType.PLANNED,
      deployment,
      more: { summary: planned.summary },
    });
    this.#host.after(timings.start, () => this.#start());
  }

  #start(): void {
    this.#change(draft => {
      draft.status = DeploymentStatus.RUNNING;
      draft.status_reason = 'The piped started handling this deployment';
    });
    this.#setDeploying(true);
    this.#host.notify({
      type: EventType.STARTED,
      deployment: this.#deployment(),
    });
    const [first] = this.#forward();
    if (this.#cancel && this.#host.version === 'v0' && first) {
      this.#failBeforeStart(first);
      return;
    }
    this.#next();
  }

  /** A cancel that came before the start: the first stage cannot prepare its source, which reads as a failure. */
  #failBeforeStart(stage: Stage): void {
    const { controlPlane, timings } = this.#host;
    const { trigger } = this.#deployment();
    controlPlane.logs.append(this.#id, stage.id, [
      {
        log: `Preparing deploy source at target commit (${trigger.commit.hash})\n`,
      },
      {
        log: 'Unable to clone the target commit (failed to fetch: context canceled)\n',
      },
      {
        log: 'Failed to prepare target deploy source data (failed to fetch: context canceled)',
        severity: 2,
      },
    ]);
    this.#host.after(timings.tick, () => {
      // No execution was reported RUNNING: it has no time of its own.
      this.#change(() => {
        stage.status = StageStatus.FAILURE;
      });
      controlPlane.logs.complete(this.#id, stage.id);
      this.#rollBack(
        {
          status: DeploymentStatus.FAILURE,
          reason: `Failed while executing stage ${stage.id}`,
        },
        stage.id,
      );
    });
  }

  #resume(): void {
    const { stages, status, status_reason = '' } = this.#deployment();
    this.#host.notify({
      type: EventType.STARTED,
      deployment: this.#deployment(),
    });
    const stopped = stages.find(
      stage => stage.status === StageStatus.CANCELLED,
    );
    if (status === DeploymentStatus.ROLLING_BACK) {
      this.#rollBackFrom(
        {
          status: status_reason.startsWith('Failed')
            ? DeploymentStatus.FAILURE
            : DeploymentStatus.CANCELLED,
          reason: status_reason,
        },
        stages.find(stage => stage.status === StageStatus.RUNNING)?.id ?? '',
      );
      return;
    }
    if (stopped) {
      this.#rollBack(
        {
          status: DeploymentStatus.CANCELLED,
          reason: `Deployment was cancelled while executing stage ${stopped.id}`,
        },
        stopped.id,
      );
      return;
    }
    this.#next(true);
  }

  #isRollback({ rollback, id }: Stage): boolean {
    return Boolean(rollback) || id === 'Rollback';
  }

  #forward(): Stage[] {
    return this.#deployment().stages.filter(stage => !this.#isRollback(stage));
  }

  /** Starts the first stage that is not over; the deployment has succeeded when there is none. */
  #next(afresh = false): void {
    const stage = this.#forward().find(({ status = 0 }) => status < 2);
    if (!stage) {
      this.#host.after(this.#host.timings.complete, () =>
        this.#end({
          status: DeploymentStatus.SUCCESS,
          reason: 'The deployment was completed successfully',
        }),
      );
      return;
    }
    this.#execute(stage.id, afresh, status =>
      this.#stageEnded(stage.id, status),
    );
    this.#watchTimeout(stage.id);
    this.#watchCancel(stage.id);
  }

  /** Executes a stage; the callback comes when the scheduler has noticed its end. */
  #execute(
    stageId: string,
    afresh: boolean,
    ended: (status: number) => void,
  ): void {
    this.#current = stageId;
    this.#execution = startStage({
      host: this.#host,
      deploymentId: this.#id,
      stageId,
      afresh,
      finished: (status, execution) => {
        if (this.#host.version === 'v0') {
          // The executor reports by itself; the scheduler looks later.
          this.#report(stageId, status);
          execution.atTick(() => {
            this.#notifyStage(stageId, status);
            ended(status);
          });
        } else {
          execution.atTick(() => {
            if (this.#current === stageId && !this.#cancelNoticed) {
              this.#report(stageId, status);
              this.#handleStageCommands(stageId);
              this.#notifyStage(stageId, status);
              ended(status);
            }
          });
        }
      },
    });
  }

  #report(stageId: string, status: number): void {
    this.#setStatus(this.#stage(stageId)!, status);
    this.#host.controlPlane.logs.complete(this.#id, stageId);
  }

  #setStatus(stage: Stage, status: number): void {
    this.#change(() => {
      stage.status = status;
      stage.completed_at = this.#host.controlPlane.now();
    });
  }

  #notifyStage(stageId: string, status: number): void {
    this.#host.notify({
      type: STAGE_EVENTS[status],
      deployment: this.#deployment(),
      stage: this.#stage(stageId),
    });
  }

  /** A v1 piped marks all commands of a stage when the stage ends, whatever came of them. */
  #handleStageCommands(stageId: string): void {
    const { controlPlane } = this.#host;
    const stage = this.#stage(stageId)!;
    for (const type of [CommandType.APPROVE_STAGE, CommandType.SKIP_STAGE]) {
      for (const command of this.#host.commands(this.#id, type)) {
        if (command.stage_id === stageId) {
          controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED);
        }
      }
    }
    const approver = stage.metadata?.['pipecd/stage-approved-users'];
    if (approver) {
      this.#host.notify({
        type: EventType.APPROVED,
        deployment: this.#deployment(),
        more: { approver },
      });
    }
  }

  #stageEnded(stageId: string, status: number): void {
    if (this.#cancelNoticed || this.#current !== stageId) {
      return;
    }
    if (status === StageStatus.EXITED) {
      this.#end({
        status: DeploymentStatus.SUCCESS,
        reason: 'The deployment was completed successfully',
      });
      return;
    }
    if (status === StageStatus.FAILURE) {
      this.#rollBack(
        {
          status: DeploymentStatus.FAILURE,
          reason: `Failed while executing stage ${stageId}`,
        },
        stageId,
      );
      return;
    }
    this.#next();
  }

  /** The `timeout` of a v1 stage ends it as if nobody had cancelled it. */
  #watchTimeout(stageId: string): void {
    const spec = this.#host.plans.get(this.#id)?.get(stageId);
    if (this.#host.version !== 'v1' || !spec?.timeout) {
      return;
    }
    this.#host.after(spec.timeout * 1000, () => {
      if (
        this.#current === stageId &&
        this.#stage(stageId)?.status === StageStatus.RUNNING
      ) {
        this.#cancelV1(stageId, '');
      }
    });
  }

  #watchCancel(stageId: string): void {
    const { timings } = this.#host;
    const look = () => {
      if (this.#current !== stageId || this.#cancelNoticed) {
        return;
      }
      if (!this.#cancel) {
        this.#host.after(timings.tick, look);
        return;
      }
      const { commander = '' } = this.#cancel;
      if (this.#host.version === 'v1') {
        this.#cancelV1(stageId, commander);
        return;
      }
      this.#cancelNoticed = true;
      this.#execution?.stop(true);
      this.#notifyStage(stageId, StageStatus.CANCELLED);
      // The stage stays RUNNING for readers until the deployment ends.
      this.#host.after(timings.cancel, () =>
        this.#rollBack(
          {
            status: DeploymentStatus.CANCELLED,
            reason: `Cancelled by ${commander} while executing stage ${stageId}`,
            commander,
          },
          stageId,
        ),
      );
    };
    this.#host.after(timings.tick, look);
  }

  #cancelV1(stageId: string, commander: string): void {
    this.#execution?.stop(true);
    this.#cancelNoticed = true;
    this.#report(stageId, StageStatus.CANCELLED);
    this.#notifyStage(stageId, StageStatus.CANCELLED);
    this.#rollBack(
      {
        status: DeploymentStatus.CANCELLED,
        reason: `Cancelled by ${commander} while executing stage ${stageId}`,
        ...(commander && { commander }),
      },
      stageId,
    );
  }

  #rollBack(verdict: Verdict, after: string): void {
    const rollbacks = this.#deployment().stages.filter(stage =>
      this.#isRollback(stage),
    );
    if (rollbacks.length === 0) {
      this.#host.after(this.#host.timings.complete, () => this.#end(verdict));
      return;
    }
    this.#change(draft => {
      draft.status = DeploymentStatus.ROLLING_BACK;
      draft.status_reason = verdict.reason;
    });
    this.#rollBackFrom(verdict, after);
  }

  #rollBackFrom(verdict: Verdict, after: string): void {
    const next = this.#deployment().stages.find(
      stage => this.#isRollback(stage) && (stage.status ?? 0) < 2,
    );
    if (!next) {
      this.#host.after(this.#host.timings.complete, () => this.#end(verdict));
      return;
    }
    this.#cancelNoticed = false;
    this.#cancel = undefined;
    this.#change(() => {
      next.requires = [after];
      if (this.#host.version === 'v0') {
        next.visible = true;
      }
    });
    this.#execute(next.id, false, () => this.#rollBackFrom(verdict, after));
  }

  #setDeploying(deploying: boolean): void {
    const { application_id } = this.#deployment();
    this.#host.controlPlane.changeApplication(application_id, draft => {
      draft.deploying = deploying;
    });
  }

  #end(verdict: Verdict): void {
    const { controlPlane } = this.#host;
    this.#change(draft => {
      draft.status = verdict.status;
      draft.status_reason = verdict.reason;
      draft.completed_at = controlPlane.now();
      for (const stage of draft.stages) {
        if (stage.status === StageStatus.RUNNING) {
          // Its `completed_at` stays when it began.
          stage.status = StageStatus.CANCELLED;
        }
      }
    });
    this.#setDeploying(false);
    this.#handleCancel();
    this.#host.notify({
      type: END_EVENTS[verdict.status],
      deployment: this.#deployment(),
      more: {
        ...(verdict.status === DeploymentStatus.FAILURE && {
          reason: verdict.reason,
        }),
        ...(verdict.commander && { commander: verdict.commander }),
      },
    });
    this.#host.ended(this.#id);
  }

  /** A cancel is marked when all is over; of two, the one that was not taken stays as it is. */
  #handleCancel(): void {
    const { controlPlane, version } = this.#host;
    const { status_reason = '', created_at } = this.#deployment();
    const commands = this.#host
      .commands(this.#id, CommandType.CANCEL_DEPLOYMENT)
      .filter(command => command.created_at >= created_at);
    const taken =
      commands.find(({ commander = '' }) =>
        status_reason.startsWith(`Cancelled by ${commander} `),
      ) ?? (version === 'v0' ? commands.at(-1) : commands[0]);
    if (taken) {
      controlPlane.handleCommand(taken.id, CommandStatus.SUCCEEDED);
    }
  }
}
