import { Call } from './grpcCalls';
import { nowInSeconds } from './nowInSeconds';
import { ScriptedRun } from './ScriptedRun';
import { ScriptedStage } from './ScriptedStage';

/** What a piped reports of runs and their stages. */
export class ScriptedReports {
  static create(say: Call): ScriptedReports {
    return new ScriptedReports(say);
  }

  readonly #say: Call;

  private constructor(say: Call) {
    this.#say = say;
  }

  /** As a piped does it: a deployment is created without stages, and has them once it was planned. */
  async planned(run: ScriptedRun): Promise<void> {
    const at = nowInSeconds();
    const deployment_id = run.id;
    await this.#say('ReportDeploymentPlanned', {
      deployment_id,
      versions: [{ kind: 1, name: 'shop', version: 'v1.2.3' }],
      stages: run.stages.map((stage, index) => ({
        ...stage,
        index,
        visible: true,
        created_at: at,
        updated_at: at,
        ...(stage.status > 0 && { completed_at: at }),
      })),
    });
    if (run.status === 2) {
      await this.#say('ReportDeploymentStatusChanged', {
        deployment_id,
        status: run.status,
      });
    } else {
      await this.#say('ReportDeploymentCompleted', {
        deployment_id,
        status: run.status,
        completed_at: at,
      });
    }
  }

  async completed(run: ScriptedRun, status_reason: string): Promise<void> {
    await this.#say('ReportDeploymentCompleted', {
      deployment_id: run.id,
      status: run.status,
      status_reason,
      stage_statuses: Object.fromEntries(
        run.stages.map(({ id, status }) => [id, status]),
      ),
      completed_at: nowInSeconds(),
    });
  }

  async stage(
    run: ScriptedRun,
    stage: ScriptedStage,
    status: number,
  ): Promise<void> {
    stage.status = status;
    await this.#say('ReportStageStatusChanged', {
      deployment_id: run.id,
      stage_id: stage.id,
      status,
      requires: stage.requires,
      visible: true,
      completed_at: nowInSeconds(),
    });
  }

  async metadata(run: ScriptedRun, stage: ScriptedStage): Promise<void> {
    await this.#say('SaveStageMetadata', {
      deployment_id: run.id,
      stage_id: stage.id,
      metadata: stage.metadata,
    });
  }
}
