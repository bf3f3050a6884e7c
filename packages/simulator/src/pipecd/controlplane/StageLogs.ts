import type { LogBlock, StageLog } from '../model/messages';

/** Pipeds send what they have gathered every other second: until then nobody reads a line. */
const FLUSH = 2;

/** The logs of stages. A stage's first line carries the epoch second it came in, or the next; the others count on from it. */
export class StageLogs {
  readonly #logs = new Map<string, StageLog>();
  readonly #now: () => number;

  static create(now: () => number): StageLogs {
    return new StageLogs(now);
  }

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** What readers get: nothing for a stage without a line, as right after it began. */
  read(
    deploymentId: string,
    stageId: string,
    retriedCount = 0,
  ): StageLog | undefined {
    const log = this.#logs.get(`${deploymentId}/${stageId}/${retriedCount}`);
    if (!log || log.completed) {
      return log;
    }
    const blocks = log.blocks.filter(
      ({ created_at }) => created_at + FLUSH <= this.#now(),
    );
    return blocks.length > 0 ? { blocks } : undefined;
  }

  /** What its piped has gathered of a stage, sent or not. Whoever changes it changes the log. */
  gathered(deploymentId: string, stageId: string): LogBlock[] {
    return this.#logs.get(`${deploymentId}/${stageId}/0`)?.blocks ?? [];
  }

  /** `index` begins anew after a restart of the piped: the second of then, which is always higher. */
  append(
    deploymentId: string,
    stageId: string,
    lines: Array<Pick<LogBlock, 'log' | 'severity'>>,
    options: { afresh?: boolean } = {},
  ): void {
    const key = `${deploymentId}/${stageId}/0`;
    const log = this.#logs.get(key) ?? { blocks: [] };
    this.#logs.set(key, log);
    for (const line of lines) {
      const last = log.blocks.at(-1);
      const index =
        last && !(options.afresh && line === lines[0])
          ? last.index + 1
          : Math.max(this.#now() + 1, (last?.index ?? 0) + 1);
      log.blocks.push({ index, ...line, created_at: this.#now() });
    }
  }

  /** Lines that a killed piped had not stored are gone. */
  lose(deploymentId: string, stageId: string, count: number): void {
    const log = this.#logs.get(`${deploymentId}/${stageId}/0`);
    log?.blocks.splice(Math.max(1, log.blocks.length - count));
  }

  complete(deploymentId: string, stageId: string): void {
    const log = this.#logs.get(`${deploymentId}/${stageId}/0`);
    if (log) {
      log.completed = true;
    }
  }
}
