import {
  ActionCode,
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ActionRequest, Caller, DecideRequest } from '../../../../contract';
import { Flaws } from './flaws';
import { ToyCall, ToyError, ToyRun, ToyTool } from './ToyTool';

/** How a toy source delivers: as the person by its own right, or with their token. */
export type ToyDelivery = 'worker' | 'in-request';

interface Request {
  caller: Caller;
  userCredential?: string;
  deadlineMs: number;
  signal: AbortSignal;
}

const users: Record<string, string> = {
  'user:default/alice': 'alice',
  'user:default/bob': 'bob',
};

/** Deciding and acting at a toy tool. */
export class ToyActs {
  static create(tool: ToyTool, delivery: ToyDelivery, flaws: Flaws) {
    return new ToyActs(tool, delivery, flaws);
  }

  private constructor(
    private readonly tool: ToyTool,
    private readonly delivery: ToyDelivery,
    private readonly flaws: Flaws,
  ) {}

  async decide(request: DecideRequest): Promise<ActionResult> {
    if (
      request.verdict !== 'approve' &&
      !this.flaws.has('does what it cannot')
    ) {
      return this.refused('unsupported');
    }
    return this.attempt(request, async call => {
      const run = await this.tool.getRun(call, request.run.key);
      const closed = this.closed(run, request, call);
      if (closed) {
        return closed;
      }
      await this.send(() => this.tool.approve(call, run.id));
      return this.done();
    });
  }

  async act({
    name,
    subject,
    ...request
  }: ActionRequest): Promise<ActionResult> {
    const can = name === 'cancel' || name === 'sync';
    if (!can && !this.flaws.has('does what it cannot')) {
      return this.refused('unsupported');
    }
    return this.attempt(request, async call => {
      const blind = this.flaws.has('acts blindly');
      if (subject.kind === 'pipeline') {
        const { key } = subject.pipeline;
        const { deleted, enabled } = await this.tool.getPipeline(call, key);
        if ((deleted || !enabled) && !blind) {
          return this.refused('conflict', 'over');
        }
        await this.send(() => this.tool.sync(call));
      } else {
        const run = await this.tool.getRun(call, subject.run.key);
        if (run.ended && !blind) {
          return this.refused('conflict', 'over');
        }
        if (!this.flaws.has('only says that it cancelled')) {
          await this.send(() => this.tool.cancel(call, run.id));
        }
      }
      return this.done();
    });
  }

  /** Why a decision would have no effect. */
  private closed(
    run: ToyRun,
    { gateId, version }: DecideRequest,
    call: ToyCall,
  ): ActionResult | undefined {
    const { gate, status } = run;
    const check = (name: string) => !this.flaws.has(`forgets to check ${name}`);
    if (run.foreign && check('the project')) {
      return this.refused('not-permitted', 'notPermitted');
    }
    if (this.flaws.has('tells of other projects') && run.foreign) {
      return this.refused(
        'not-permitted',
        'notPermitted',
        gate?.approvers.join(),
      );
    }
    if (!gate || (gateId !== 'approval' && check('the gate'))) {
      return this.refused('not-found', 'notFound');
    }
    if (`${run.id}/${gate.opening}` !== version && check('the version')) {
      return this.refused('stale', 'stale');
    }
    const open = gate.state === 'OPEN' && status === 'GATED';
    if (
      !open &&
      check(status === 'ROLLING_BACK' ? 'the rollback' : 'the state')
    ) {
      return this.refused('gate-closed', 'closed');
    }
    const who = call.user ?? this.tool.tokens.get(call.token ?? '');
    return who && gate.approvedBy.includes(who) && check('who decided')
      ? { ...this.done(), outcome: 'noop' }
      : undefined;
  }

  private async attempt(
    request: Request,
    work: (call: ToyCall) => Promise<ActionResult>,
  ): Promise<ActionResult> {
    if (!this.flaws.has('sends what was given up')) {
      request.signal.throwIfAborted();
    }
    const call = this.callOf(request);
    if ('outcome' in call) {
      return call;
    }
    try {
      return await work(call);
    } catch (error) {
      return this.resultOf(error, request);
    }
  }

  private callOf({
    caller,
    userCredential,
    deadlineMs,
    signal: own,
  }: Request): ToyCall | ActionResult {
    const limit = AbortSignal.timeout(deadlineMs);
    const given = this.flaws.has('sends what was given up')
      ? new AbortController().signal
      : own;
    const signal = this.flaws.has('has no deadlines')
      ? given
      : AbortSignal.any([given, limit]);
    const user = users[caller.userEntityRef];
    if (this.flaws.has('acts for anybody')) {
      return { signal, user: user ?? 'alice' };
    }
    if (!user) {
      return this.refused('needs-user-credential', 'noAccount');
    }
    if (this.flaws.has('acts as itself')) {
      return { signal, user: 'robot' };
    }
    if (this.delivery === 'worker') {
      return this.flaws.has('asks a worker for a credential') && !userCredential
        ? this.refused('needs-user-credential', 'noCredential')
        : { signal, user };
    }
    return userCredential
      ? { signal, token: userCredential }
      : this.refused('needs-user-credential', 'noCredential');
  }

  /** Nothing that was sent may be called failed: whether it counted is not known. */
  private async send(work: () => Promise<void>): Promise<void> {
    await work();
    if (this.flaws.has('sends twice')) {
      await work();
    }
  }

  private resultOf(error: unknown, { caller }: Request): ActionResult {
    if (!(error instanceof ToyError)) {
      throw error;
    }
    const told = this.flaws.has('tells errors as they are');
    switch (error.kind) {
      case 'not-found':
        return this.refused('not-found', 'notFound');
      case 'not-listed':
        return this.flaws.has('calls every refusal a failure')
          ? this.failed('tool.failed')
          : this.refused('not-approver', 'notListed', caller.userEntityRef);
      case 'forbidden':
        return this.flaws.has('calls every refusal a failure')
          ? this.failed('tool.failed')
          : this.refused('not-permitted', 'notPermitted', caller.userEntityRef);
      case 'lost':
        return this.flaws.has('takes lost for failed')
          ? this.failed('tool.failed')
          : {
              ...this.failed('tool.ambiguous'),
              outcome: 'ambiguous',
              retryable: false,
            };
      default:
        return told
          ? {
              ...this.failed('tool.failed'),
              sentence: sentence('tool.refused.notPermitted', {
                user: error.message,
              }),
            }
          : this.failed('tool.failed');
    }
  }

  private failed(code: string): ActionResult {
    return {
      outcome: 'failed',
      code: 'upstream-unavailable',
      sentence: sentence(code),
      actedAs: { mode: 'impersonated' },
      retryable: !this.flaws.has('discourages'),
    };
  }

  private done(): ActionResult {
    return {
      outcome: 'requested',
      actedAs: { mode: 'impersonated' },
      retryable: false,
    };
  }

  private refused(
    code: ActionCode,
    reason?: string,
    user = 'somebody',
  ): ActionResult {
    return {
      outcome: 'refused',
      ...(!this.flaws.has('refuses without a reason') && { code }),
      sentence: reason
        ? sentence(`tool.refused.${reason}`, { user })
        : sentence('tool.notOffered'),
      actedAs: { mode: 'impersonated' },
      retryable: false,
    };
  }
}
