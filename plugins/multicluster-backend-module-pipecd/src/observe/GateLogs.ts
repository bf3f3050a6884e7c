import { LoggerService } from '@backstage/backend-plugin-api';
import { GateLog } from '../native/GateLog';
import { gateLogsToRead } from '../project/gateLogsToRead';
import { mergeGateLog } from '../project/mergeGateLog';
import { parseGateLog } from '../project/parseGateLog';
import { ProjectReader } from '../ProjectReader';
import { RawDeployment } from '../wire/messages';
import { PipecdError } from '../wire/PipecdError';

/** What was learnt from logs of gates, by stage id. @internal */
export type Learnt = Readonly<Record<string, GateLog>>;

/** How many logs a round reads at most; whoever is left out has their turn in the next. */
const A_ROUND = 20;

/**
 * Reads the logs of gates, which alone say how many approvals are needed, and with a v1 piped who gave the first of them.
 *
 * @internal
 */
export class GateLogs {
  static create(reader: ProjectReader, logger: LoggerService): GateLogs {
    return new GateLogs(reader, logger);
  }

  readonly #reader: ProjectReader;
  readonly #logger: LoggerService;
  #left = A_ROUND;

  private constructor(reader: ProjectReader, logger: LoggerService) {
    this.#reader = reader;
    this.#logger = logger;
  }

  /** A new round begins. */
  refill(): void {
    this.#left = A_ROUND;
  }

  /** What is known of the gates of a deployment after another reading. A log that cannot be read leaves it as it was. */
  async learn(
    raw: RawDeployment,
    learnt: Learnt,
    signal: AbortSignal,
  ): Promise<Learnt> {
    let known = learnt;
    for (const stageId of gateLogsToRead(raw, learnt)) {
      if (this.#left <= 0) {
        break;
      }
      this.#left -= 1;
      const read = await this.#read(raw, stageId, signal);
      if (read) {
        known = { ...known, [stageId]: mergeGateLog(known[stageId], read) };
      }
    }
    return known;
  }

  async #read(
    raw: RawDeployment,
    stageId: string,
    signal: AbortSignal,
  ): Promise<GateLog | undefined> {
    const stage = raw.stages?.find(({ id }) => id === stageId);
    try {
      const log = await this.#reader.stageLog(
        {
          deploymentId: raw.id ?? '',
          stageId,
          retried: stage?.retried_count ?? 0,
          from: 0,
        },
        { signal },
      );
      return log && parseGateLog(log.blocks ?? []);
    } catch (error) {
      if (!(error instanceof PipecdError)) {
        throw error;
      }
      // The run is shown without it; the lane itself reports what is wrong with the control plane.
      this.#logger.debug(`The log of a gate could not be read: ${error}`);
      return undefined;
    }
  }
}
