import { gatesOf } from '@fairway/backstage-plugin-multicluster-node';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { ApprovalStore } from '../store/ApprovalStore';
import { DraftGate } from './DraftGate';
import { RunGrounds } from './readRunGrounds';
import { refreshRequest } from './refreshRequest';
import { RunDrafts } from './RunDrafts';
import { OpenRequest } from './selectOpenRequests';

interface Options {
  store: ApprovalStore;
  engine: ApprovalEngine;
  drafts: RunDrafts;
}

/** Works out anew what an open request is about. */
export class RequestRefresher {
  static create(options: Options): RequestRefresher {
    return new RequestRefresher(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Reads what all of them stand on.
   *
   * @returns what then works out each of them; without effect on one whose run, or gate, is not stored
   */
  async begin(
    items: readonly OpenRequest[],
  ): Promise<(item: OpenRequest) => Promise<void>> {
    const records = items.flatMap(({ record }) => record ?? []);
    const grounds = await this.#options.drafts.grounds(records);
    return item => this.#refresh(item, grounds);
  }

  async #refresh(item: OpenRequest, grounds: RunGrounds): Promise<void> {
    const { drafts, engine, store } = this.#options;
    const { request, record } = item;
    const gate = gateOf(item);
    if (!record || !gate) {
      return;
    }
    const draft = await drafts.draft(record, gate, request, grounds);
    if (draft.subjectDigest !== request.subjectDigest) {
      await engine.subjectChanged(request.id, {
        ...draft,
        refusal: draft.refusal ?? null,
      });
    } else {
      await refreshRequest(store, request.id, draft, request);
    }
  }
}

function gateOf({
  request,
  record,
  entry,
}: OpenRequest): DraftGate | undefined {
  if (request.kind === 'pull') {
    const name = request.gateId ?? '';
    return { kind: 'pull', name, ...(entry && { stageId: entry.stageId }) };
  }
  const gate =
    record && gatesOf(record.derived).find(({ id }) => id === request.gateId);
  return gate && { kind: 'gate', gate };
}
