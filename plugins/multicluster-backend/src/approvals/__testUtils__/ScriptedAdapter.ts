import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import {
  DeliveryAdapter,
  Preflight,
  StepContext,
  StepObservation,
} from '../delivery/DeliveryAdapter';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';
import { ScriptedTool } from './ScriptedTool';

const cancelled = { code: 'x', params: {}, text: 'It was cancelled' };

/** Delivers to a {@link ScriptedTool}: a step for each voter, as with tools that count people. */
export class ScriptedAdapter implements DeliveryAdapter {
  readonly #tool: ScriptedTool;
  /** Milliseconds after which the tool would have shown what it took. */
  readonly #settleMs: number;

  static create(tool: ScriptedTool, settleMs = 0): ScriptedAdapter {
    return new ScriptedAdapter(tool, settleMs);
  }

  private constructor(tool: ScriptedTool, settleMs: number) {
    this.#tool = tool;
    this.#settleMs = settleMs;
  }

  plan(request: RequestRecord, votes: VoteRecord[]): PlannedStep[] {
    const { decision, breakGlass, detail } = request;
    if (detail.exemption) {
      // Nobody voted: one effect, as with clusters.
      const title = detail.exemptBy ?? 'portal';
      return [{ key: 'all', title, identity: { mode: 'service' } }];
    }
    const voters = breakGlass
      ? [breakGlass.by]
      : votes
          .filter(vote => vote.decision === decision)
          .map(({ voter }) => voter);
    return voters.map(voter => ({
      key: `voter/${voter}`,
      title: voter,
      voter,
      identity: { mode: 'impersonated' },
    }));
  }

  async preflight({ request, steps }: StepContext): Promise<Preflight> {
    const gate = this.#tool.read(request.gateKey);
    if (gate.state === 'cancelled' || gate.state === 'expired') {
      return { go: false, why: 'ended', how: gate.state, sentence: cancelled };
    }
    if (gate.state !== 'waiting') {
      return steps.some(({ state }) => state === 'observed')
        ? { go: false, why: 'not-needed' }
        : { go: false, why: 'decided', decision: decisionOf(gate.state) };
    }
    return gate.digest === request.subjectDigest
      ? { go: true }
      : { go: false, why: 'subject-changed' };
  }

  async send({ request, step }: StepContext): Promise<ActionResult> {
    const answer = await this.#tool.decide(
      request.gateKey,
      step.voter!,
      request.decision!,
    );
    const actedAs = { mode: 'impersonated' as const, nativeId: step.voter };
    if (answer === 'accepted') {
      return { outcome: 'requested', actedAs, retryable: false };
    }
    return answer === 'refused'
      ? { outcome: 'refused', code: 'not-permitted', actedAs, retryable: false }
      : { outcome: 'failed', actedAs, retryable: true };
  }

  async observe({ request, step, now }: StepContext): Promise<StepObservation> {
    const gate = this.#tool.read(request.gateKey);
    if (gate.people.includes(step.voter!) || gate.state === 'rejected') {
      return { state: 'observed' };
    }
    if (gate.state === 'cancelled' || gate.state === 'expired') {
      return { state: 'ended', how: gate.state, sentence: cancelled };
    }
    if (gate.state === 'approved') {
      return { state: 'decided-elsewhere', decision: 'approve' };
    }
    return {
      state: 'waiting',
      settled: now - (step.sentAt ?? now) >= this.#settleMs,
    };
  }
}

function decisionOf(state: 'approved' | 'rejected'): 'approve' | 'reject' {
  return state === 'approved' ? 'approve' : 'reject';
}
