import { status } from '@grpc/grpc-js';
import { applicationsByKey } from './applicationsByKey';
import { Gaps } from './Gaps';
import { orUndefined } from './orUndefined';
import { ProjectClient } from './ProjectClient';
import { ServiceChoice } from './ServiceChoice';
import { CallOptions } from './wire/ControlPlane';
import {
  RawApplication,
  RawDeployment,
  RawLiveState,
  RawPiped,
  RawStageLog,
} from './wire/messages';
import { PipecdError } from './wire/PipecdError';
import { ApiCalls, WebCalls } from './wire/requests';

/** A page of deployments, newest change first. @internal */
export interface DeploymentsPage {
  deployments: RawDeployment[];
  cursor: string;
}

/**
 * Reads of one project, over whichever service there is a credential for. A method that the web service does not know is read
 * from the API service, where there is a key, and named as a gap.
 *
 * @internal
 */
export class ProjectReader {
  static create(client: ProjectClient): ProjectReader {
    return new ProjectReader(client);
  }

  readonly #client: ProjectClient;
  readonly #services: ServiceChoice;

  private constructor(client: ProjectClient) {
    this.#client = client;
    this.#services = ServiceChoice.create({
      web: this.hasWeb,
      apiKey: this.hasApiKey,
    });
  }

  /** What the control plane turned out to lack. */
  get gaps(): Gaps {
    return this.#services.gaps;
  }

  get project(): string {
    return this.#client.project;
  }

  get hasWeb(): boolean {
    return this.#client.sessions !== undefined;
  }

  get hasApiKey(): boolean {
    return this.#client.hasApiKey;
  }

  /** Values that must never be shown. */
  get secrets(): string[] {
    return this.#client.secrets;
  }

  /** Asks for as little as can be, to see whether anybody answers. */
  async probe(options: CallOptions): Promise<void> {
    await this.#services.either(
      'GetMe',
      async () => {
        await this.#client.web('GetMe', {}, options);
      },
      async () => {
        const least = { disabled: false, limit: 1 };
        await this.#client.api('ListApplications', least, options);
      },
    );
  }

  /** The API service knows no `minUpdatedAt`: whoever walks must stop by themselves. */
  async deployments(
    page: { size: number; cursor: string; minUpdatedAt: number },
    options: CallOptions,
  ): Promise<DeploymentsPage> {
    const { size, cursor, minUpdatedAt } = page;
    const from = cursor === '' ? {} : { cursor };
    const answer = await this.#services.either(
      'ListDeployments',
      () =>
        this.#client.web(
          'ListDeployments',
          {
            options: {},
            page_size: size,
            page_min_updated_at: minUpdatedAt,
            ...from,
          },
          options,
        ),
      () =>
        this.#client.api('ListDeployments', { limit: size, ...from }, options),
    );
    return { deployments: answer.deployments, cursor: answer.cursor ?? '' };
  }

  /** @throws PipecdError, with NOT_FOUND when there is none */
  async deployment(id: string, options: CallOptions): Promise<RawDeployment> {
    const request = { deployment_id: id };
    const { deployment } = await this.#both('GetDeployment', request, options);
    return deployment ?? notThere('GetDeployment');
  }

  /** @throws PipecdError, with NOT_FOUND when there is none */
  async application(id: string, options: CallOptions): Promise<RawApplication> {
    const request = { application_id: id };
    const answer = await this.#both('GetApplication', request, options);
    return answer.application ?? notThere('GetApplication');
  }

  /** All of them, disabled and deleted ones too. */
  async applications(options: CallOptions): Promise<RawApplication[]> {
    return await this.#services.either(
      'ListApplications',
      async () => {
        const request = { options: {} };
        return (await this.#client.web('ListApplications', request, options))
          .applications;
      },
      () => applicationsByKey(this.#client, options),
    );
  }

  /** Undefined: only a web session is told, and there is none. */
  async pipeds(options: CallOptions): Promise<RawPiped[] | undefined> {
    if (!this.hasWeb) {
      return undefined;
    }
    const request = { with_status: true, options: {} };
    return await this.#services.unlessUnknown('ListPipeds', async () => {
      return (await this.#client.web('ListPipeds', request, options)).pipeds;
    });
  }

  /** By id and with an API key: its status is not told. Undefined: there is none. */
  async piped(id: string, options: CallOptions): Promise<RawPiped | undefined> {
    return await orUndefined(async () => {
      const request = { piped_id: id };
      return (await this.#client.api('GetPiped', request, options)).piped;
    });
  }

  /**
   * The log of a stage, from an index on. Over the API service it is read whole. Undefined: nothing is stored, because there
   * is no such stage, or because it wrote nothing yet.
   */
  async stageLog(
    log: {
      deploymentId: string;
      stageId: string;
      retried: number;
      from: number;
    },
    options: CallOptions,
  ): Promise<RawStageLog | undefined> {
    const { deploymentId, stageId, retried, from } = log;
    return await orUndefined(() =>
      this.#services.either<RawStageLog | undefined>(
        'GetStageLog',
        () =>
          this.#client.web(
            'GetStageLog',
            {
              deployment_id: deploymentId,
              stage_id: stageId,
              retried_count: Math.max(0, retried),
              offset_index: Math.max(0, from),
            },
            options,
          ),
        async () => {
          const request = { deployment_id: deploymentId };
          const { stage_logs = {} } = await this.#client.api(
            'ListStageLogs',
            request,
            options,
          );
          return Object.hasOwn(stage_logs, stageId)
            ? blocksFrom(stage_logs[stageId], from)
            : undefined;
        },
      ),
    );
  }

  /** Undefined: none was reported yet, or the control plane does not know the method. */
  async liveState(
    applicationId: string,
    options: CallOptions,
  ): Promise<RawLiveState | undefined> {
    const request = { application_id: applicationId };
    return await this.#services.unlessUnknown('GetApplicationLiveState', () =>
      orUndefined(async () => {
        const name = 'GetApplicationLiveState';
        return (await this.#client.web(name, request, options)).snapshot;
      }),
    );
  }

  async #both<K extends keyof ApiCalls & keyof WebCalls>(
    name: K,
    request: ApiCalls[K]['request'] & WebCalls[K]['request'],
    options: CallOptions,
  ): Promise<ApiCalls[K]['response'] | WebCalls[K]['response']> {
    return await this.#services.either<
      ApiCalls[K]['response'] | WebCalls[K]['response']
    >(
      name,
      () => this.#client.web(name, request, options),
      () => this.#client.api(name, request, options),
    );
  }
}

function blocksFrom(log: RawStageLog, from: number): RawStageLog {
  const blocks = (log.blocks ?? []).filter(({ index = 0 }) => index >= from);
  return { ...log, blocks };
}

function notThere(call: string): never {
  throw PipecdError.create({
    grpc: status.NOT_FOUND,
    problem: 'upstream-error',
    details: 'the answer is empty',
    call,
    sent: true,
  });
}
