import { Call } from './grpcCalls';
import { nowInSeconds } from './nowInSeconds';
import { ScriptedRun } from './ScriptedRun';
import { ScriptedStage } from './ScriptedStage';

/** The logs of stages, as a piped sends them. */
export class ScriptedLogs {
  static create(say: Call): ScriptedLogs {
    return new ScriptedLogs(say);
  }

  readonly #say: Call;

  private constructor(say: Call) {
    this.#say = say;
  }

  /** Lines of the log of a stage, old enough to be served at once. */
  async write(
    run: ScriptedRun,
    { id }: Pick<ScriptedStage, 'id'>,
    lines: string[],
  ): Promise<void> {
    const sent = run.logs.get(id) ?? [];
    run.logs.set(id, sent);
    const blocks = lines.map(log => {
      const index = (sent.at(-1)?.index ?? 0) + 1 + run.skip;
      run.skip = 0;
      const block = {
        index,
        log,
        severity: 0,
        created_at: nowInSeconds() - 60,
      };
      sent.push(block);
      return block;
    });
    await this.#say('ReportStageLogs', {
      deployment_id: run.id,
      stage_id: id,
      blocks,
    });
  }

  /** The last lines are gone, as of a piped that was killed before it stored them. */
  async drop(run: ScriptedRun, id: string, lines: number): Promise<void> {
    const sent = run.logs.get(id) ?? [];
    sent.splice(sent.length - lines);
    await this.#say('ReportStageLogsFromLastCheckpoint', {
      deployment_id: run.id,
      stage_id: id,
      blocks: sent,
    });
  }
}
