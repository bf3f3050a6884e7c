import { LoggerService } from '@backstage/backend-plugin-api';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { StageStatus } from '../native/StageStatus';
import { RawDeployment } from '../wire/messages';

/** More of them are no new version but garbage. */
const MOST = 100;
const KNOWN = {
  deployment: Object.values<number>(DeploymentStatus),
  stage: Object.values<number>(StageStatus),
};

/** Logs each status that this version does not know once; it reads as unknown. @internal */
export class UnknownStatuses {
  static create(logger: LoggerService): UnknownStatuses {
    return new UnknownStatuses(logger);
  }

  readonly #logger: LoggerService;
  readonly #seen = new Set<string>();

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  look({ status, stages = [] }: RawDeployment): void {
    this.#one('deployment', status);
    stages.forEach(stage => this.#one('stage', stage.status));
  }

  #one(of: keyof typeof KNOWN, status = 0): void {
    const pair = `${of} ${status}`;
    if (
      !KNOWN[of].includes(status) &&
      !this.#seen.has(pair) &&
      this.#seen.size < MOST
    ) {
      this.#seen.add(pair);
      this.#logger.info(
        `A status of PipeCD that is not known here reads as unknown: ${pair}`,
      );
    }
  }
}
