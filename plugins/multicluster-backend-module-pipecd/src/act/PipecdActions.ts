import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ActionCapability,
  ActionRequest,
  ActionsFacet,
  PipelineFact,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';
import { readNative } from '../readNative';
import { Acting } from './Acting';
import { Asking } from './Asking';
import { checkCancel } from './checkCancel';
import { checkSkip } from './checkSkip';
import { checkSync } from './checkSync';
import { outcome } from './outcome';
import { perform } from './perform';
import { readRun } from './readRun';

/**
 * Cancels deployments, skips analyses and syncs applications.
 *
 * @internal
 */
export class PipecdActions implements ActionsFacet {
  static create(options: Parameters<typeof Asking.create>[0]): PipecdActions {
    return new PipecdActions(Asking.create(options));
  }

  readonly #asking: Asking;

  private constructor(asking: Asking) {
    this.#asking = asking;
  }

  capabilities(): ActionCapability[] {
    const { sessions, hasApiKey } = this.#asking.client;
    const web = this.#asking.byWeb();
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
    return await this.#asking.asPerson(
      request,
      partsOf(request, run.key),
      acting =>
        perform(acting, request, {
          check: async options =>
            checkCancel(
              await readRun(this.#asking.reader, run, undefined, options),
              acting,
            ),
          // Whether it rolls back is the pipeline's own setting: no piped reads what could be asked for here.
          send: options =>
            this.#asking.client.webAs(
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
    return await this.#asking.asPerson(
      request,
      partsOf(request, subject),
      acting => {
        let stageId = '';
        return perform(acting, request, {
          check: async options => {
            const now = await readRun(
              this.#asking.reader,
              run,
              undefined,
              options,
            );
            const stage = now.native.stages.find(({ key }) => key === stageKey);
            stageId = stage?.id ?? '';
            return checkSkip(now, stage, acting);
          },
          send: options =>
            this.#asking.client.webAs(
              acting.user,
              'SkipStage',
              { deployment_id: run.key, stage_id: stageId },
              options,
            ),
        });
      },
    );
  }

  async #sync(
    request: ActionRequest,
    { key }: PipelineFact,
  ): Promise<ActionResult> {
    const check = async (acting: Acting) =>
      checkSync(
        await this.#asking.reader.application(key, request),
        this.#asking.reader.project,
        acting,
      );
    if (this.#asking.client.sessions) {
      return await this.#asking.asPerson(
        request,
        partsOf(request, key),
        acting =>
          perform(acting, request, {
            check: () => check(acting),
            send: options =>
              this.#asking.client.webAs(
                acting.user,
                'SyncApplication',
                { application_id: key, sync_strategy: 0 },
                options,
              ),
          }),
      );
    }
    const acting: Acting = { mode: 'service' };
    return await this.#asking.once(request, partsOf(request, key), acting, () =>
      perform(acting, request, {
        check: () => check(acting),
        send: options =>
          this.#asking.client.api(
            'SyncApplication',
            { application_id: key },
            options,
          ),
      }),
    );
  }
}

/** What is asked for: the same request sent twice is one. */
function partsOf({ name, idempotencyKey }: ActionRequest, subject: string) {
  return [name, subject, idempotencyKey];
}

function ofRules(run: RunFact): RunFact<PipecdRun> {
  return { ...run, native: readNative(run.native) };
}
