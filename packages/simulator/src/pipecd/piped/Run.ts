import { DeploymentStatus, StageStatus } from '../model/enums';
import type { Command, Stage } from '../model/messages';
import { DeploymentRow, type Verdict } from './DeploymentRow';
import { handleCancel, handleStageCommands } from './handleCommands';
import { EventType } from './PipedEvent';
import { plan } from './plan';
import type { RunHost } from './RunHost';
import { startStage, type StageExecution } from './StageExecution';
import { turnOf } from './turnOf';

const SUCCEEDED: Verdict = {
  status: DeploymentStatus.SUCCESS,
  reason: 'The deployment was completed successfully',
};

const failedAt = (stageId: string): Verdict => ({
  status: DeploymentStatus.FAILURE,
  reason: `Failed while executing stage ${stageId}`,
});

const cancelledBy = (commander: string, stageId: string): Verdict => ({
  status: DeploymentStatus.CANCELLED,
  reason: `Cancelled by ${commander} while executing stage ${stageId}`,
  ...(commander && { commander }),
});

/** One deployment in the hands of one process of a piped: from PENDING to its end, or until the process ends. */
export class Run {
  readonly #host: RunHost;
  readonly #row: DeploymentRow;
  #execution: StageExecution | undefined;
  #current: string | undefined;
  #cancel: Command | undefined;
  #cancelNoticed = false;

  static create(host: RunHost, deploymentId: string): Run {
    return new Run(host, deploymentId);
  }

  private constructor(host: RunHost, deploymentId: string) {
    this.#host = host;
    this.#row = DeploymentRow.create(host, deploymentId);
  }

  /** Takes the deployment up where it stands. */
  begin(): void {
    const { timings } = this.#host;
    const { status = 0 } = this.#row.deployment;
    if (status === DeploymentStatus.PENDING) {
      this.#host.after(timings.plan, () => this.#plan());
    } else if (
      status === DeploymentStatus.PLANNED ||
      status > DeploymentStatus.CANCELLED
    ) {
      this.#host.after(timings.start, () => this.#start());
    } else {
      this.#host.after(timings.resume, () => this.#resume());
    }
  }

  /** Is told of a cancel that was read: of two, a v0 piped remembers the later, a v1 piped the earlier. */
  cancel(command: Command): void {
    if (
      !this.#cancelNoticed &&
      (!this.#cancel || this.#host.version === 'v0')
    ) {
      this.#cancel = command;
    }
  }

  /** The process stops in good order: of v1, a stage that runs is cancelled, and nothing more is written. */
  stop(): void {
    const stage = this.#row.stage(this.#current);
    if (this.#host.version === 'v1' && stage?.status === StageStatus.RUNNING) {
      this.#execution?.stop(false);
      // Its log never says that it is complete: nobody is left to say so.
      this.#row.setStage(stage, StageStatus.CANCELLED);
    }
  }

  #plan(): void {
    const { controlPlane, version, timings, running } = this.#host;
    const { deployment } = this.#row;
    const spec = this.#host.specOf(deployment.application_id);
    const turn = turnOf(deployment, controlPlane.deployments.values());
    if (spec.stuck || turn === 'later') {
      this.#host.after(timings.queue, () => this.#plan());
      return;
    }
    if (turn === 'never') {
      this.#end({
        status: DeploymentStatus.CANCELLED,
        reason:
          'The deployment was cancelled because the previous block of its chain did not succeed',
      });
      return;
    }
    const before = running.get(deployment.application_id);
    const planned = plan({
      version,
      deployment,
      spec,
      before,
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
    this.#host.plans.set(deployment.id, planned.specs);
    this.#row.change(draft => {
      Object.assign(draft, {
        status: DeploymentStatus.PLANNED,
        status_reason: 'The deployment has been planned',
        summary: planned.summary,
        stages: planned.stages,
        versions: planned.versions,
        running_commit_hash: before?.hash,
        running_config_filename: before && 'app.pipecd.yaml',
        trigger: {
          ...draft.trigger,
          sync_strategy: version === 'v1' ? planned.strategy : 0,
        },
      });
    });
    this.#row.setDeploying(true);
    this.#row.notify(EventType.PLANNED, { summary: planned.summary });
    this.#host.after(timings.start, () => this.#start());
  }

  #start(): void {
    const { deployment } = this.#row;
    const { unheardOf } = this.#host.specOf(deployment.application_id);
    if (unheardOf) {
      if (deployment.status !== unheardOf.status) {
        this.#row.setStatus(unheardOf.status, unheardOf.reason);
      }
      this.#host.after(this.#host.timings.queue, () => this.#start());
      return;
    }
    this.#row.setStatus(
      DeploymentStatus.RUNNING,
      'The piped started handling this deployment',
    );
    this.#row.notify(EventType.STARTED);
    const first = this.#row.nextStage();
    if (this.#cancel && this.#host.version === 'v0' && first) {
      this.#failBeforeStart(first);
    } else {
      this.#next();
    }
  }

  /** A cancel that came before the start: the first stage cannot prepare its source, which reads as a failure. */
  #failBeforeStart(stage: Stage): void {
    const { logs } = this.#host.controlPlane;
    const { id, trigger } = this.#row.deployment;
    logs.append(id, stage.id, [
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
    this.#host.after(this.#host.timings.tick, () => {
      // No execution was reported RUNNING: it has no time of its own.
      this.#row.change(() => {
        stage.status = StageStatus.FAILURE;
      });
      logs.complete(id, stage.id);
      this.#rollBack(failedAt(stage.id), stage.id);
    });
  }

  #resume(): void {
    const { stages, status, status_reason = '' } = this.#row.deployment;
    this.#row.notify(EventType.STARTED);
    if (status === DeploymentStatus.ROLLING_BACK) {
      const failed = status_reason.startsWith('Failed');
      this.#rollBackFrom(
        {
          status: failed
            ? DeploymentStatus.FAILURE
            : DeploymentStatus.CANCELLED,
          reason: status_reason,
        },
        stages.find(stage => stage.status === StageStatus.RUNNING)?.id ?? '',
      );
      return;
    }
    const stopped = stages.find(
      stage => stage.status === StageStatus.CANCELLED,
    );
    if (stopped) {
      this.#rollBack(
        {
          status: DeploymentStatus.CANCELLED,
          reason: `Deployment was cancelled while executing stage ${stopped.id}`,
        },
        stopped.id,
      );
    } else {
      this.#next(true);
    }
  }

  /** Starts the first stage that is not over; the deployment has succeeded when there is none. */
  #next(afresh = false): void {
    const stage = this.#row.nextStage();
    if (!stage) {
      this.#endSoon(SUCCEEDED);
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
    const v0 = this.#host.version === 'v0';
    this.#current = stageId;
    this.#execution = startStage({
      host: this.#host,
      deploymentId: this.#row.id,
      stageId,
      afresh,
      finished: (status, execution) => {
        if (v0) {
          // The executor reports by itself; the scheduler looks later.
          this.#row.report(stageId, status);
        }
        execution.atTick(() => {
          if (!v0) {
            if (this.#current !== stageId || this.#cancelNoticed) {
              return;
            }
            this.#row.report(stageId, status);
            handleStageCommands(this.#host, this.#row, stageId);
          }
          this.#row.notifyStage(stageId, status);
          ended(status);
        });
      },
    });
  }

  #stageEnded(stageId: string, status: number): void {
    if (this.#cancelNoticed || this.#current !== stageId) {
      return;
    }
    if (status === StageStatus.EXITED) {
      this.#end(SUCCEEDED);
    } else if (status === StageStatus.FAILURE) {
      this.#rollBack(failedAt(stageId), stageId);
    } else {
      this.#next();
    }
  }

  /** The `timeout` of a v1 stage ends it as if nobody had cancelled it. */
  #watchTimeout(stageId: string): void {
    const spec = this.#host.plans.get(this.#row.id)?.get(stageId);
    if (this.#host.version === 'v1' && spec?.timeout) {
      this.#host.after(spec.timeout * 1000, () => {
        if (
          this.#current === stageId &&
          this.#row.stage(stageId)?.status === StageStatus.RUNNING
        ) {
          this.#cancelV1(stageId, '');
        }
      });
    }
  }

  #watchCancel(stageId: string): void {
    const { timings, version } = this.#host;
    const look = () => {
      if (this.#current !== stageId || this.#cancelNoticed) {
        return;
      }
      if (!this.#cancel) {
        this.#host.after(timings.tick, look);
        return;
      }
      const { commander = '' } = this.#cancel;
      if (version === 'v1') {
        this.#cancelV1(stageId, commander);
        return;
      }
      this.#cancelNoticed = true;
      this.#execution?.stop(true);
      this.#row.notifyStage(stageId, StageStatus.CANCELLED);
      // The stage stays RUNNING for readers until the deployment ends.
      this.#host.after(timings.cancel, () =>
        this.#rollBack(cancelledBy(commander, stageId), stageId),
      );
    };
    this.#host.after(timings.tick, look);
  }

  #cancelV1(stageId: string, commander: string): void {
    this.#cancelNoticed = true;
    this.#execution?.stop(true);
    this.#row.report(stageId, StageStatus.CANCELLED);
    this.#row.notifyStage(stageId, StageStatus.CANCELLED);
    this.#rollBack(cancelledBy(commander, stageId), stageId);
  }

  #rollBack(verdict: Verdict, after: string): void {
    if (this.#row.nextRollback()) {
      this.#row.setStatus(DeploymentStatus.ROLLING_BACK, verdict.reason);
    }
    this.#rollBackFrom(verdict, after);
  }

  /** Runs what is left of the rollback, one stage after the other, each hung on the stage that was executed last. */
  #rollBackFrom(verdict: Verdict, after: string): void {
    const next = this.#row.nextRollback();
    if (!next) {
      this.#endSoon(verdict);
      return;
    }
    this.#cancelNoticed = false;
    this.#cancel = undefined;
    this.#row.change(() => {
      next.requires = [after];
      if (this.#host.version === 'v0') {
        next.visible = true;
      }
    });
    this.#execute(next.id, false, () => this.#rollBackFrom(verdict, after));
  }

  #endSoon(verdict: Verdict): void {
    this.#host.after(this.#host.timings.complete, () => this.#end(verdict));
  }

  #end(verdict: Verdict): void {
    this.#row.end(verdict);
    handleCancel(this.#host, this.#row);
    this.#row.notifyEnd(verdict);
    this.#host.ended(this.#row.id);
  }
}
