import { ConflictError } from '@backstage/errors';
import { wholeText } from '../../model/wholeText';
import { Acting } from '../../../service/Acting';
import { ApprovalEngine } from '../../engine/ApprovalEngine';
import { refuse } from '../../engine/refuse';
import { ApprovalStore } from '../../store/ApprovalStore';
import { idempotencyBook } from '../../store/idempotencyBook';
import { gateKeyOf } from '../../subject/gateKeyOf';
import { heldChanges } from '../heldChanges';
import { LaneBook } from '../LaneBook';
import { LaneDrafts } from '../LaneDrafts';
import { LaneReader } from '../LaneReader';
import { LaneRef } from '../LaneRef';
import { LaneRestore, RestoreInput } from '../LaneRestore';
import { selectGivenContent } from '../selectGivenContent';
import { CareBoard } from './CareBoard';
import { ExemptionProver } from './ExemptionProver';
import { keepsFromExemption } from './keepsFromExemption';
import { restoreEtag } from './restoreEtag';

const DEADLINE_MS = 15_000;

interface Options {
  store: ApprovalStore;
  engine: Pick<ApprovalEngine, 'exempt' | 'findOpen'>;
  book: LaneBook;
  reader: LaneReader;
  drafts: Pick<LaneDrafts, 'draft'>;
  prover: ExemptionProver;
  board: CareBoard;
}

/**
 * Releases what only restores content that a lane had before, because somebody on call wants it: past windows, and never past the
 * digest, the check before the effect or a stop of the line. What is held is read anew, and has to be what was offered.
 */
export class LaneRestorer implements LaneRestore {
  static create(options: Options): LaneRestorer {
    return new LaneRestorer(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async restore(
    ref: LaneRef,
    input: RestoreInput,
    acting: Acting,
  ): Promise<string | undefined> {
    const reason = wholeText(input.reason);
    if (reason === '') {
      throw refuse('REASON_REQUIRED');
    }
    const known = await this.#repeated(acting);
    if (known !== undefined) {
      return known;
    }
    const { store } = this.#options;
    const by = acting.caller.userEntityRef;
    const { key } = acting.idempotency;
    try {
      const id = await this.#release(ref, { ...input, reason }, acting);
      await store.transaction(trx =>
        idempotencyBook.store(trx, {
          caller: by,
          key,
          body: JSON.stringify(id ?? null),
        }),
      );
      return id;
    } catch (error) {
      await store
        .knex('approval_idempotency')
        .where({ caller: by, key })
        .whereNull('body')
        .delete();
      throw error;
    }
  }

  async #repeated({
    caller,
    idempotency,
  }: Acting): Promise<string | undefined> {
    const { store } = this.#options;
    return store.transaction(async trx => {
      const known = await idempotencyBook.claim(trx, {
        ...idempotency,
        caller: caller.userEntityRef,
        now: await store.now(trx),
      });
      return known === undefined ? undefined : JSON.parse(known);
    });
  }

  async #release(
    ref: LaneRef,
    { reason, ifMatch }: RestoreInput,
    { caller, evidence }: Acting,
  ): Promise<string | undefined> {
    const { book, reader, drafts, prover, engine, store, board } =
      this.#options;
    const lane = await book.find(ref);
    if (!lane) {
      return undefined;
    }
    const reading = await reader.read(lane, {
      deadlineMs: DEADLINE_MS,
      signal: AbortSignal.timeout(2 * DEADLINE_MS),
    });
    if (!reading) {
      throw new ConflictError(
        'Its policy is not there any more: nothing can be released by it',
      );
    }
    if (!reading.content.settled) {
      throw new ConflictError(
        'The control plane is still rendering it; look again in a moment',
      );
    }
    const given = await selectGivenContent(store.knex, lane);
    const changes = heldChanges(reading, given);
    if (changes.held.length === 0) {
      throw nothing();
    }
    const open = await engine.findOpen(gateKeyOf({ kind: 'lane', ...ref }));
    const draft = await drafts.draft(reading, changes.held, open?.subject);
    if (keepsFromExemption(draft.refusal)) {
      throw refuse(draft.refusal!);
    }
    const exemption = await prover.prove(
      { reading, given, changes },
      { exempt: draft.policy.exempt, by: 'person' },
    );
    if (!exemption) {
      throw nothing();
    }
    const etag = restoreEtag(exemption);
    if (ifMatch !== etag) {
      throw refuse('SUBJECT_CHANGED', { etag });
    }
    const { why, basis, proof } = exemption;
    const { request, sealed } = await engine.exempt(draft, {
      why,
      basis,
      by: caller.userEntityRef,
      reason,
      proof,
      evidence,
    });
    if (!sealed) {
      throw refuse('DECISION_SEALED');
    }
    board.clear(lane);
    return request.id;
  }
}

function nothing() {
  return new ConflictError(
    'What is held is not what this lane had before: it needs an approval',
  );
}
