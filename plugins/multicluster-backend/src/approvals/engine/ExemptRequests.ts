import { JsonObject } from '@backstage/types';
import {
  ExemptionBasis,
  LaneExemption,
  RequestRecord,
} from '../model/RequestRecord';
import { advance } from '../rules/machine/advance';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';
import { applyAdvance } from './applyAdvance';
import { RequestDraft } from './ApprovalEngine';
import { OpenRequests } from './OpenRequests';
import { refusalAfter } from './refusalAfter';
import { StepPlanner } from './StepPlanner';

interface Options {
  store: ApprovalStore;
  opener: OpenRequests;
  planner: StepPlanner;
}

/** Why something needs no new approval, and how that was proved. */
export interface Exemption {
  why: LaneExemption;
  basis: ExemptionBasis;
  /** Ref of the person on call who wants it; absent: the portal does it by itself. */
  by?: string;
  reason?: string;
  /** By what it was judged that they may. */
  evidence?: JsonObject;
  /** Digests, by cluster: what is there to be released, and what clusters were given before. */
  proof: JsonObject;
}

/** {@inheritDoc ExemptRequests.exempt} */
export interface Exempted {
  request: RequestRecord;
  /** False: it was decided already, and is on its way or over. */
  sealed: boolean;
}

/** Opens and seals what needs no new approval. */
export class ExemptRequests {
  static create(options: Options): ExemptRequests {
    return new ExemptRequests(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * One transaction: there is no moment at which such a request waits for votes. One that is open about something else becomes
   * one about this; one that is decided stays as it is.
   */
  async exempt(draft: RequestDraft, exemption: Exemption): Promise<Exempted> {
    const { store, opener } = this.#options;
    return store.transaction(async trx => {
      const opening = await opener.openIn(trx, { ...draft, reopen: true });
      const { id } = opening.request;
      const { change, sealed } = await store.changeIn(trx, id, held => {
        const { state } = held.request;
        const waits = state === 'pending' || state === 'held';
        if (waits) {
          this.#follow(held, draft);
          this.#seal(held, exemption);
        }
        return { change: held, sealed: waits };
      });
      return { request: change.request, sealed };
    });
  }

  #follow(change: RequestChange, draft: RequestDraft): void {
    const { request } = change;
    const { subject, subjectDigest } = draft;
    if (request.subjectDigest === subjectDigest) {
      return;
    }
    const event = { type: 'subject-changed', leased: false } as const;
    applyAdvance(change, advance(request, event), {
      actor: 'system',
      action: 'subject.changed',
      planner: this.#options.planner,
      // All that is said of it: title and askers of the other change would stand on the trail of this one.
      patch: {
        subject,
        subjectDigest,
        title: draft.title,
        changeKey: draft.changeKey,
        requesters: draft.requesters,
        entities: draft.entities,
        detail: draft.detail,
        policy: draft.policy,
        policyHash: draft.policyHash,
        refusal: refusalAfter(request.refusal, draft.refusal ?? null),
      },
      payload: {
        fromDigest: request.subjectDigest,
        toDigest: subjectDigest,
        before: JSON.parse(JSON.stringify(request.subject)),
        after: JSON.parse(JSON.stringify(subject)),
      },
    });
  }

  #seal(change: RequestChange, exemption: Exemption): void {
    const { request } = change;
    const { why, basis, by, reason, proof, evidence } = exemption;
    applyAdvance(change, advance(request, { type: 'exempted' }), {
      actor: by ?? 'system',
      action: `request.exempted.${why}`,
      planner: this.#options.planner,
      patch: {
        notBefore: undefined,
        detail: {
          ...request.detail,
          exemption: why,
          exemptionBasis: basis,
          ...(by && { exemptBy: by }),
        },
      },
      payload: {
        exemption: why,
        basis,
        proof,
        subjectDigest: request.subjectDigest,
        ...(reason && { reason }),
        ...(evidence && { evidence }),
      },
    });
  }
}
