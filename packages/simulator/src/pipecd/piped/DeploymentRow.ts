import { DeploymentStatus, StageStatus } from '../model/enums';
import type { Deployment, Stage } from '../model/messages';
import { EventType } from './PipedEvent';
import type { RunHost } from './RunHost';

/** How a deployment ends, and who ended it where somebody did. */
export interface Verdict {
  status: number;
  reason: string;
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

/** One deployment at the control plane, as the piped that runs it reads and reports it. */
export class DeploymentRow {
  readonly id: string;
  readonly #host: RunHost;

  static create(host: RunHost, id: string): DeploymentRow {
    return new DeploymentRow(host, id);
  }

  private constructor(host: RunHost, id: string) {
    this.#host = host;
    this.id = id;
  }

  get deployment(): Deployment {
    return this.#host.controlPlane.deployments.get(this.id)!;
  }

  stage(id: string | undefined): Stage | undefined {
    return this.deployment.stages.find(stage => stage.id === id);
  }

  isRollback({ rollback, id }: Stage): boolean {
    return Boolean(rollback) || id === 'Rollback';
  }

  /** The first stage of the way forward that is not over. */
  nextStage(): Stage | undefined {
    return this.deployment.stages.find(
      stage => !this.isRollback(stage) && (stage.status ?? 0) < 2,
    );
  }

  nextRollback(): Stage | undefined {
    return this.deployment.stages.find(
      stage => this.isRollback(stage) && (stage.status ?? 0) < 2,
    );
  }

  change(edit: (deployment: Deployment) => void): void {
    this.#host.controlPlane.changeDeployment(this.id, edit);
  }

  setStatus(status: number, reason: string): void {
    this.change(draft => {
      draft.status = status;
      draft.status_reason = reason;
    });
  }

  /** Writes the status of a stage and, as any such report does, its `completed_at`. */
  setStage(stage: Stage, status: number): void {
    this.change(() => {
      stage.status = status;
      stage.completed_at = this.#host.controlPlane.now();
    });
  }

  /** A stage has ended, and nothing more comes of its log. */
  report(stageId: string, status: number): void {
    this.setStage(this.stage(stageId)!, status);
    this.#host.controlPlane.logs.complete(this.id, stageId);
  }

  notify(type: number, more?: Record<string, unknown>): void {
    this.#host.notify({ type, deployment: this.deployment, more });
  }

  notifyStage(stageId: string, status: number): void {
    this.#host.notify({
      type: STAGE_EVENTS[status],
      deployment: this.deployment,
      stage: this.stage(stageId),
    });
  }

  setDeploying(deploying: boolean): void {
    const { application_id } = this.deployment;
    this.#host.controlPlane.changeApplication(application_id, draft => {
      draft.deploying = deploying;
    });
  }

  end({ status, reason }: Verdict): void {
    this.change(draft => {
      draft.status = status;
      draft.status_reason = reason;
      draft.completed_at = this.#host.controlPlane.now();
      for (const stage of draft.stages) {
        if (stage.status === StageStatus.RUNNING) {
          // Its `completed_at` stays when it began.
          stage.status = StageStatus.CANCELLED;
        }
      }
    });
    this.setDeploying(false);
  }

  notifyEnd({ status, reason, commander }: Verdict): void {
    this.notify(END_EVENTS[status], {
      ...(status === DeploymentStatus.FAILURE && { reason }),
      ...(commander && { commander }),
    });
  }
}
