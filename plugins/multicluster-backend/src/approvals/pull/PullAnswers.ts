import { ConflictError } from '@backstage/errors';
import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { PullAnswer } from '../../service/PullGateService';
import { unavailable } from '../../util/codedErrors';
import { RunRecord } from '../../views/runs/RunRecord';
import { ApprovalEngine, RequestSnapshot } from '../engine/ApprovalEngine';
import { Failpoint } from '../engine/Failpoint';
import { RequestRecord } from '../model/RequestRecord';
import { RunDrafts } from '../observe/RunDrafts';
import { gateKeyOf } from '../subject/gateKeyOf';
import { askingStages, isAtWork, isPast } from './askingStages';
import { FreshRuns } from './FreshRuns';
import { PullEntry } from './PullEntry';
import { PullLedger } from './PullLedger';
import { Standing, standingOf } from './standingOf';

interface Options {
  knex: Knex;
  drafts: RunDrafts;
  engine: Pick<ApprovalEngine, 'open' | 'get'>;
  ledger: PullLedger;
  fresh: Pick<FreshRuns, 'read'>;
  /** Whether the line is stopped for a request now. */
  isStopped(request: RequestRecord): Promise<boolean>;
  failpoint?: Failpoint;
}

/**
 * Answers the stage of a run by what was decided: once, and then the same until the stage ends. Whatever is not certain is no
 * answer to go on with.
 */
export class PullAnswers {
  static create(options: Options): PullAnswers {
    return new PullAnswers(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async of(record: RunRecord, gate: string): Promise<PullAnswer> {
    const { ledger, engine } = this.#options;
    if (isPast(record.derived)) {
      throw closed('The run is over or goes back');
    }
    const stages = askingStages(record.derived);
    const known = await this.#newest(record, gate);
    const id = known ?? (await this.#open(record, gate, stages));
    if (!id) {
      return { decision: 'wait', reason: 'NOT_OBSERVED_YET' };
    }
    const asking = stages.length === 1 ? stages[0].id : undefined;
    const entry = asking
      ? await ledger.asked(id, asking)
      : await ledger.read(id);
    if (entry && asking && entry.stageId !== asking) {
      throw closed(
        'Another stage of the run has asked by this name: each gate of a pipeline needs a name of its own',
      );
    }
    const snapshot = await engine.get(id);
    return { request: id, ...(await this.#tell(record, snapshot, entry)) };
  }

  async #newest(
    { fact, pipeline }: RunRecord,
    gate: string,
  ): Promise<string | undefined> {
    const row: { id: string } | undefined = await this.#options
      .knex('approval_request')
      .where(
        'gate_key',
        gateKeyOf({
          kind: 'pull',
          source: pipeline.source,
          runKey: fact.key,
          gate,
        }),
      )
      .orderBy('created_at', 'desc')
      .orderBy('generation', 'desc')
      .first('id');
    return row?.id;
  }

  /** Not before the run was seen at a stage that can be the one that asks: the subject is what we observed. */
  async #open(
    record: RunRecord,
    name: string,
    stages: Stage[],
  ): Promise<string | undefined> {
    const { drafts, engine } = this.#options;
    if (stages.length !== 1) {
      return undefined;
    }
    const [{ id: stageId }] = stages;
    const draft = await drafts.draft(record, { kind: 'pull', name, stageId });
    const { request } = await engine.open(draft);
    return request.id;
  }

  async #tell(
    record: RunRecord,
    { request, steps }: RequestSnapshot,
    entry: PullEntry | undefined,
  ): Promise<PullAnswer> {
    const standing: Standing = entry?.answer
      ? { say: entry.answer }
      : standingOf({ request, steps });
    switch (standing.say) {
      case 'wait':
        return waiting(request);
      case 'end':
        return { decision: 'rejected', reason: standing.reason };
      case 'approve':
      case 'reject':
        return await this.#decided(record, request, standing.say, entry);
      default:
        throw closed('There is nothing to answer any more');
    }
  }

  async #decided(
    record: RunRecord,
    request: RequestRecord,
    decision: 'approve' | 'reject',
    entry: PullEntry | undefined,
  ): Promise<PullAnswer> {
    const { ledger } = this.#options;
    if (!entry) {
      return waiting(request);
    }
    if (!entry.answer && (await this.#options.isStopped(request))) {
      return { decision: 'wait', reason: 'LINE_STOPPED' };
    }
    await this.#checkNow(record, entry.stageId);
    if (decision === 'approve') {
      await this.#checkSubject(record, request, entry.stageId);
    }
    const answer = await ledger.answered(request, decision);
    await this.#options.failpoint?.('after-answer');
    return answer
      ? { decision: answer === 'approve' ? 'approved' : 'rejected' }
      : waiting(request);
  }

  /** By a fresh answer of the tool: a cancel does not end the script, and the next stage asks right after this one. */
  async #checkNow(record: RunRecord, stageId: string): Promise<void> {
    let run: DerivedRun | undefined;
    try {
      run = await this.#options.fresh.read(record);
    } catch {
      throw unavailable('PROVIDER_STALE', 'The tool cannot be read now');
    }
    const stage = run?.stages.find(({ id }) => id === stageId);
    if (!run || !isAtWork(run) || stage?.status !== 'running') {
      throw closed('The stage that asked does not run any more');
    }
  }

  async #checkSubject(
    record: RunRecord,
    request: RequestRecord,
    stageId: string,
  ): Promise<void> {
    const now = await this.#options.drafts.draft(
      record,
      { kind: 'pull', name: request.gateId ?? '', stageId },
      request,
    );
    if (now.subjectDigest !== request.subjectDigest) {
      throw Object.assign(
        new ConflictError('It is another change than was decided about'),
        { code: 'SUBJECT_CHANGED' },
      );
    }
  }
}

function waiting({ refusal }: RequestRecord): PullAnswer {
  return { decision: 'wait', ...(refusal && { reason: refusal }) };
}

function closed(message: string): ConflictError {
  return Object.assign(new ConflictError(message), { code: 'FINAL' });
}
