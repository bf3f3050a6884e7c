import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DecideRequest,
  GateCapability,
  GatesFacet,
  IdentityTemplate,
} from '@fairway/backstage-plugin-multicluster-node';
import { ProjectClient } from '../ProjectClient';
import { ProjectReader } from '../ProjectReader';
import { readNative } from '../readNative';
import { actAs } from './actAs';
import { checkGate } from './checkGate';
import { deciding } from './deciding';
import { outcome } from './outcome';
import { perform } from './perform';
import { readRun } from './readRun';
import { Repetitions } from './Repetitions';

/**
 * Approves WAIT_APPROVAL stages, as the person who asks.
 *
 * @remarks
 * What PipeCD answers is the id of a command and proves nothing: its effect is seen in the deployment, or never.
 *
 * @internal
 */
export class PipecdGates implements GatesFacet {
  static create(options: {
    client: ProjectClient;
    reader: ProjectReader;
    identity: IdentityTemplate;
    configKey: string;
  }): PipecdGates {
    return new PipecdGates(options);
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

  capabilities(): GateCapability[] {
    const { sessions } = this.#client;
    return [
      {
        verdict: 'approve',
        available: sessions !== undefined,
        ...(!sessions && { reason: this.#needsWeb() }),
        identityModes: deciding(sessions?.mode),
        delivery: 'worker',
      },
      {
        verdict: 'reject',
        available: false,
        reason: sentence('pipecd.noReject'),
        identityModes: ['deep-link'],
        delivery: 'worker',
      },
    ];
  }

  async decide(request: DecideRequest): Promise<ActionResult> {
    const { verdict, gateId, version, caller, deadlineMs, signal } = request;
    signal.throwIfAborted();
    if (verdict === 'reject') {
      return outcome.refused(
        { mode: 'deep-link' },
        'unsupported',
        sentence('pipecd.noReject'),
      );
    }
    const as = actAs(this.#client, caller, this.#identity, this.#needsWeb());
    if ('refusal' in as) {
      return as.refusal;
    }
    const { acting } = as;
    const run = { ...request.run, native: readNative(request.run.native) };
    return await this.#repetitions.once(
      [run.key, gateId, version, acting.user],
      () => {
        let stageId = '';
        return perform(
          acting,
          { deadlineMs, signal },
          {
            check: async options => {
              const now = await readRun(this.#reader, run, gateId, options);
              const stage = now.native.stages.find(({ key }) => key === gateId);
              stageId = stage?.id ?? '';
              return checkGate(now, gateId, version, acting);
            },
            send: options =>
              this.#client.webAs(
                acting.user,
                'ApproveStage',
                { deployment_id: run.key, stage_id: stageId },
                options,
              ),
          },
        );
      },
    );
  }

  #needsWeb(): Sentence {
    return sentence('pipecd.needsWeb', { key: `${this.#configKey}.web` });
  }
}
