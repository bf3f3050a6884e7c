import {
  IdentityMode,
  PipelineLive,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  DeriveRunInput,
  HookHint,
  HookRequest,
  ObserveRunsContext,
  PipelineAnnotations,
  PipelineLiveRequest,
  RunsCapability,
  RunsFacet,
  StageLogPage,
  StageLogRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { ProjectSettings } from './config/readProject';
import { deriveRun } from './derive/deriveRun';
import { observe } from './observe/observe';
import { ProjectContext } from './project/ProjectContext';
import { ProjectReader } from './ProjectReader';
import { readHook } from './read/readHook';
import { readLive } from './read/readLive';
import { readLog } from './read/readLog';
import { readNative } from './readNative';
import { SecretText } from './session/SecretText';

/**
 * Deployments of a project as runs, its applications as pipelines, its pipeds as agents.
 *
 * @internal
 */
export class PipecdRuns implements RunsFacet {
  static create(options: {
    reader: ProjectReader;
    settings: ProjectSettings;
    /** As whom its gates can be decided, best first. */
    identityModes: IdentityMode[];
    /** Address of the web pages. */
    webUrl?: string;
  }): PipecdRuns {
    return new PipecdRuns(options);
  }

  /** Raised when the rules of project or derive change. */
  readonly version = '3';
  readonly annotations: PipelineAnnotations = {
    keys: 'pipecd.dev/application-id',
    names: 'pipecd.dev/application-name',
    labels: 'pipecd.dev/labels',
    sources: 'pipecd.dev/source',
  };
  readonly workloadMark = { annotation: 'pipecd.dev/application' };
  readonly live?: (request: PipelineLiveRequest) => Promise<PipelineLive>;
  readonly hook?: (request: HookRequest) => HookHint;

  readonly #reader: ProjectReader;
  readonly #configKey: string;
  readonly #project: ProjectContext;
  readonly #identityModes: IdentityMode[];
  readonly #hookSecret?: SecretText;

  private constructor(options: {
    reader: ProjectReader;
    settings: ProjectSettings;
    identityModes: IdentityMode[];
    webUrl?: string;
  }) {
    const { reader, settings, webUrl } = options;
    const { project, actors, hook, configKey } = settings;
    this.#reader = reader;
    this.#configKey = configKey;
    this.#project = { project, actors, ...(webUrl && { webUrl }) };
    this.#identityModes = options.identityModes;
    this.#hookSecret = hook?.secret;
    if (reader.hasWeb) {
      this.live = request => readLive(reader, request);
    }
    if (hook) {
      this.hook = request => readHook(hook, request);
    }
  }

  capabilities(): RunsCapability[] {
    const { hasWeb } = this.#reader;
    const web = sentence('pipecd.needsWeb', { key: `${this.#configKey}.web` });
    const hook = sentence('pipecd.needsHook', {
      key: `${this.#configKey}.hook.secret`,
    });
    const able = (
      name: RunsCapability['name'],
      available: boolean,
      reason = web,
    ): RunsCapability => ({
      name,
      available,
      ...(!available && { reason }),
      identityMode: 'service',
    });
    return [
      able('runs', true),
      able('logs', true),
      able('live', hasWeb),
      able('agents', hasWeb),
      able('hook', this.hook !== undefined, hook),
    ];
  }

  async observe(context: ObserveRunsContext): Promise<void> {
    await observe(context, { reader: this.#reader, project: this.#project });
  }

  derive(input: DeriveRunInput): DerivedRun {
    const run = { ...input.run, native: readNative(input.run.native) };
    const identityModes = this.#identityModes;
    return deriveRun({ ...input, run }, { identityModes });
  }

  async log(request: StageLogRequest): Promise<StageLogPage> {
    const run = { ...request.run, native: readNative(request.run.native) };
    const secrets = [
      ...this.#reader.secrets,
      ...(this.#hookSecret ? [this.#hookSecret.text] : []),
    ];
    return await readLog(this.#reader, { ...request, run, secrets });
  }
}
