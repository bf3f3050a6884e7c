import {
  ActionResult,
  Gate,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';
import { RunDrafts } from '../observe/RunDrafts';
import { selectRun } from '../observe/selectRun';
import {
  DeliveryAdapter,
  Preflight,
  StepContext,
  StepObservation,
} from './DeliveryAdapter';
import { outcomeOfGate } from './outcomeOfGate';
import { notRead } from './notRead';
import { planRunGate } from './planRunGate';
import { preflightOfGate } from './preflightOfGate';

interface Options {
  knex: Knex;
  sources: Pick<SourceRegistry, 'get'>;
  drafts: Pick<RunDrafts, 'draft'>;
  /** What the platform's configuration calls a person in a source. */
  nativeIds: (
    source: string,
    person: { ref: string; email?: string },
  ) => readonly string[];
}

/** A gate at which a tool itself waits: decided there in the name of the person who decided here. */
export class RunGateAdapter implements DeliveryAdapter {
  static create(options: Options): RunGateAdapter {
    return new RunGateAdapter(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  plan(request: RequestRecord, votes: VoteRecord[]): PlannedStep[] {
    return planRunGate(request, votes, this.#capability(request));
  }

  async preflight(context: StepContext): Promise<Preflight> {
    const { request } = context;
    const { record, run, gate } = await this.#look(context);
    const verdict = preflightOfGate({
      run,
      gate,
      steps: context.steps,
      names: this.#names(context),
      decision: request.decision,
      gateVersion: request.gateVersion,
    });
    if (!verdict.go || !gate) {
      return verdict;
    }
    const { drafts } = this.#options;
    const now = await drafts.draft(record, { kind: 'gate', gate }, request);
    return now.subjectDigest === request.subjectDigest
      ? verdict
      : { go: false, why: 'subject-changed' };
  }

  async send(context: StepContext): Promise<ActionResult> {
    const { request, step, caller, votes } = context;
    const facet = this.#options.sources.get(request.source)?.gates;
    const record = await this.#record(request);
    if (!record) {
      return { outcome: 'failed', actedAs: step.identity, retryable: true };
    }
    if (!facet || !caller) {
      return {
        outcome: 'refused',
        code: caller ? 'unsupported' : 'needs-user-credential',
        actedAs: step.identity,
        retryable: false,
      };
    }
    const comment = votes.find(({ voter }) => voter === step.voter)?.comment;
    return facet.decide({
      run: record.fact,
      gateId: request.gateId ?? '',
      version: request.gateVersion ?? '',
      verdict: request.decision ?? 'approve',
      caller,
      ...(comment && { comment }),
      idempotencyKey: step.idempotencyKey,
      ...(context.userCredential && { userCredential: context.userCredential }),
      deadlineMs: context.deadlineMs,
      signal: context.signal,
    });
  }

  async observe(context: StepContext): Promise<StepObservation> {
    const { request, step, steps, now } = context;
    const { run, gate } = await this.#look(context);
    return outcomeOfGate({
      run,
      gate,
      step,
      steps,
      now,
      names: this.#names(context),
      decision: request.decision ?? 'approve',
      gateVersion: request.gateVersion,
      repetition: this.#capability(request)?.repetition ?? 'settle',
    });
  }

  #capability({ source, decision = 'approve' }: RequestRecord) {
    return this.#options.sources
      .get(source)
      ?.gates?.capabilities()
      .find(({ verdict }) => verdict === decision);
  }

  /** What the tool calls whoever a step is in the name of; as it said itself, else as the platform says. */
  #names({ request, step, caller }: StepContext): string[] {
    const { nativeIds } = this.#options;
    const told = step.identity.nativeId;
    const known = caller
      ? nativeIds(request.source, {
          ref: caller.userEntityRef,
          email: caller.email,
        })
      : [];
    return [...(told ? [told] : []), ...known];
  }

  async #record(request: RequestRecord): Promise<RunRecord | undefined> {
    const { knex } = this.#options;
    return selectRun(knex, request.source, request.runKey ?? '');
  }

  /** What the tool says now. Rejects when it cannot be read, and for a run that was forgotten here and may still run there. */
  async #look({ request, deadlineMs, signal }: StepContext): Promise<{
    record: RunRecord;
    run?: DerivedRun;
    gate?: Gate;
  }> {
    const facet = this.#options.sources.get(request.source)?.gates;
    if (!facet) {
      throw new Error(
        sentence('approval.step.unknownSource', {
          source: request.source,
        }).text,
      );
    }
    const record = await this.#record(request);
    if (!record) {
      throw notRead(request);
    }
    const { fact, derived } = record;
    const run = facet.read
      ? await facet.read({ run: fact, derived, deadlineMs, signal })
      : derived;
    const gate = run && gatesOf(run).find(({ id }) => id === request.gateId);
    return { record, ...(run && { run }), ...(gate && { gate }) };
  }
}
