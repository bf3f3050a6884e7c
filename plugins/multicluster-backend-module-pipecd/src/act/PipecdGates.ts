import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DecideRequest,
  DerivedRun,
  GateCapability,
  GatesFacet,
  gatesOf,
  ReadGateRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { deriveRun } from '../derive/deriveRun';
import { orUndefined } from '../orUndefined';
import { readNative } from '../readNative';
import { Asking } from './Asking';
import { checkGate } from './checkGate';
import { outcome } from './outcome';
import { perform } from './perform';
import { readRun } from './readRun';

/**
 * Approves WAIT_APPROVAL stages, as the person who asks.
 *
 * @remarks
 * What PipeCD answers is the id of a command and proves nothing: its effect is seen in the deployment, or never.
 *
 * @internal
 */
export class PipecdGates implements GatesFacet {
  static create(options: Parameters<typeof Asking.create>[0]): PipecdGates {
    return new PipecdGates(Asking.create(options));
  }

  /** Only where people are seen as themselves. */
  readonly nameOf?: GatesFacet['nameOf'];
  readonly #asking: Asking;

  private constructor(asking: Asking) {
    this.#asking = asking;
    if (asking.byPerson().available) {
      this.nameOf = caller => asking.nameOf(caller);
    }
  }

  capabilities(): GateCapability[] {
    return [
      {
        verdict: 'approve',
        ...this.#asking.byPerson(),
        // A second approval of one person is dropped, whoever repeats it.
        repetition: 'none',
        countsPeople: true,
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

  async read({
    run,
    derived,
    deadlineMs,
    signal,
  }: ReadGateRequest): Promise<DerivedRun | undefined> {
    const known = { ...run, native: readNative(run.native) };
    const waiting = gatesOf(derived).find(({ state }) => state === 'pending');
    const now = await orUndefined(() =>
      readRun(this.#asking.reader, known, waiting?.id, { deadlineMs, signal }),
    );
    return (
      now &&
      deriveRun(
        {
          run: now,
          gates: [],
          ahead: [],
          previous: derived,
          now: Date.now(),
        },
        { identityModes: this.#asking.byPerson().identityModes },
      )
    );
  }

  async decide(request: DecideRequest): Promise<ActionResult> {
    const { verdict, gateId, version, signal } = request;
    signal.throwIfAborted();
    if (verdict === 'reject') {
      return outcome.refused(
        { mode: 'deep-link' },
        'unsupported',
        sentence('pipecd.noReject'),
      );
    }
    const { reason } = this.#asking.byPerson();
    if (reason) {
      return outcome.refused({ mode: 'deep-link' }, 'unsupported', reason);
    }
    const { client, reader } = this.#asking;
    const run = { ...request.run, native: readNative(request.run.native) };
    const parts = [run.key, gateId, version];
    return await this.#asking.asPerson(request, parts, acting => {
      let stageId = '';
      return perform(acting, request, {
        check: async options => {
          const now = await readRun(reader, run, gateId, options);
          const stage = now.native.stages.find(({ key }) => key === gateId);
          stageId = stage?.id ?? '';
          return checkGate(now, gateId, version, acting);
        },
        send: options =>
          client.webAs(
            acting.user,
            'ApproveStage',
            { deployment_id: run.key, stage_id: stageId },
            options,
          ),
      });
    });
  }
}
