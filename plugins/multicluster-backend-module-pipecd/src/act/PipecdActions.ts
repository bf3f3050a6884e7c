import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ActionCapability,
  ActionRequest,
  ActionsFacet,
  IdentityTemplate,
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { ProjectClient } from '../ProjectClient';
import { ProjectReader } from '../ProjectReader';
import { readNative } from '../readNative';
import { Acting } from './Acting';
import { actAs } from './actAs';
import { checkCancel } from './checkCancel';
import { checkSkip } from './checkSkip';
import { checkSync } from './checkSync';
import { deciding } from './deciding';
import { outcome } from './outcome';
import { perform } from './perform';
import { readRun } from './readRun';
import { Repetitions } from './Repetitions';

/**
 * Cancels deployments, skips analyses and syncs applications.
 *
 * @internal
 */
export class PipecdActions implements ActionsFacet {
  static create(options: {
    client: ProjectClient;
    reader: ProjectReader;
    identity: IdentityTemplate;
    configKey: string;
  }): PipecdActions {
    return new PipecdActions(options);
  }

  readonly #client: ProjectClient;
  readonly #reader: ProjectReader;
  readonly #identity: IdentityTemplate;
  readonly #configKey: string;
  readonly #repetitions = Repetitions.create();

  private constructor(options: {
    client: ProjectClient;
    reader: ProjectReader;
    identity: IdentityTemplate;
    configKey: string;
  }) {
    this.#client = options.client;
    this.#reader = options.reader;
    this.#identity = options.identity;
    this.#configKey = options.configKey;
  }

  capabilities(): ActionCapability[] {
    const { sessions, hasApiKey } = this.#client;
    const web = {
      available: sessions !== undefined,
      ...(!sessions && { reason: this.#needsWeb() }),
      identityModes: deciding(sessions?.mode),
      delivery: 'worker' as const,
    };
    return [
      { name: 'cancel', subject: 'run', ...web },
      { name: 'skip', subject: 'stage', ...web },
      {
        ...web,
        name: 'sync',
        subject: 'pipeline',
        ...(!sessions &&
          hasApiKey && {
            available: true,
            reason: undefined,
            identityModes: ['service', 'deep-link'],
          }),
      },
      {
        name: 'retry',
        subject: 'run',
        available: false,
        reason: sentence('pipecd.noRetry'),
        identityModes: ['deep-link'],
        delivery: 'worker',
      },
    ];
  }

  async act(request: ActionRequest): Promise<ActionResult> {
    request.signal.throwIfAborted();
    const { name, subject } = request;
    if (name === 'cancel' && subject.kind === 'run') {
      return await this.#cancel(request, ofRules(subject.run));
    }
    if (name === 'skip' && subject.kind === 'stage') {
      const { run, stageId } = subject;
      return await this.#skip(request, ofRules(run), stageId);
    }
    if (name === 'sync' && subject.kind === 'pipeline') {
      return await this.#sync(request, subject.pipeline);
    }
    const mode = { mode: 'deep-link' as const };
    const reason =
      name === 'retry' ? 'pipecd.noRetry' : 'pipecd.act.unsupported';
    return outcome.refused(mode, 'unsupported', sentence(reason));
  }

  async #cancel(
    request: ActionRequest,
    run: RunFact<PipecdRun>,
  ): Promise<ActionResult> {
    return await this.#asPerson(request, run.key, acting =>
      perform(acting, request, {
        check: async options =>
          checkCancel(
            await readRun(this.#reader, run, undefined, options),
            acting,
          ),
        // Whether it rolls back is the pipeline's own setting: no piped reads what could be asked for here.
        send: options =>
          this.#client.webAs(
            acting.user,
            'CancelDeployment',
            { deployment_id: run.key },
            options,
          ),
      }),
    );
  }

  async #skip(
    request: ActionRequest,
    run: RunFact<PipecdRun>,
    stageKey: string,
  ): Promise<ActionResult> {
    const subject = `${run.key}/${stageKey}`;
    return await this.#asPerson(request, subject, acting => {
      let stageId = '';
      return perform(acting, request, {
        check: async options => {
          const now = await readRun(this.#reader, run, undefined, options);
          const stage = now.native.stages.find(({ key }) => key === stageKey);
          stageId = stage?.id ?? '';
          return checkSkip(now, stage, acting);
        },
        send: options =>
          this.#client.webAs(
            acting.user,
            'SkipStage',
            { deployment_id: run.key, stage_id: stageId },
            options,
          ),
      });
    });
  }

  async #sync(
    request: ActionRequest,
    { key }: PipelineFact,
  ): Promise<ActionResult> {
    const check = async (acting: Acting) =>
      checkSync(
        await this.#reader.application(key, request),
        this.#reader.project,
        acting,
      );
    if (this.#client.sessions) {
      return await this.#asPerson(request, key, acting =>
        perform(acting, request, {
          check: () => check(acting),
          send: options =>
            this.#client.webAs(
              acting.user,
              'SyncApplication',
              { application_id: key, sync_strategy: 0 },
              options,
            ),
        }),
      );
    }
    const acting: Acting = { mode: 'service' };
    return await this.#once(request, key, acting, () =>
      perform(acting, request, {
        check: () => check(acting),
        send: options =>
          this.#client.api('SyncApplication', { application_id: key }, options),
      }),
    );
  }

  async #asPerson(
    request: ActionRequest,
    subject: string,
    ask: (acting: Acting & { user: string }) => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const { caller } = request;
    const as = actAs(this.#client, caller, this.#identity, this.#needsWeb());
    return 'refusal' in as
      ? as.refusal
      : await this.#once(request, subject, as.acting, () => ask(as.acting));
  }

  async #once(
    { name, idempotencyKey }: ActionRequest,
    subject: string,
    { user = '' }: Acting,
    ask: () => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const parts = [name, subject, user, idempotencyKey];
    return await this.#repetitions.once(parts, ask);
  }

  #needsWeb(): Sentence {
    return sentence('pipecd.needsWeb', { key: `${this.#configKey}.web` });
  }
}

function ofRules(run: RunFact): RunFact<PipecdRun> {
  return { ...run, native: readNative(run.native) };
}
