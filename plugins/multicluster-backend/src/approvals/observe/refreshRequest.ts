import { RequestDraft } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';

/**
 * Brings what may change around an unchanged subject up to date: whose it is, who asked for it, why nobody may vote. Votes stay;
 * whoever lost the right by it is found at seal and send.
 */
export async function refreshRequest(
  store: ApprovalStore,
  id: string,
  draft: RequestDraft,
): Promise<void> {
  await store.change(id, change => {
    const { request } = change;
    // Whether there are enough people is looked at by itself, see QuorumWatch.
    const short = request.refusal === 'POLICY_UNSATISFIABLE';
    const refusal = draft.refusal ?? (short ? request.refusal : undefined);
    const now = { ...draft, refusal };
    if (request.closedAt !== undefined || same(request, now)) {
      return;
    }
    change.update({
      refusal,
      entities: draft.entities,
      requesters: draft.requesters,
      detail: { ...request.detail, ...draft.detail },
    });
    change.note({
      actor: 'system',
      action: 'request.refreshed',
      payload: { ...(refusal && { refusal }) },
    });
  });
}

function same(request: RequestRecord, draft: RequestDraft): boolean {
  const parts = ({
    refusal,
    entities,
    requesters,
  }: Pick<RequestDraft, 'refusal' | 'entities' | 'requesters'>) =>
    JSON.stringify([refusal ?? null, entities, requesters]);
  return (
    parts(request) === parts(draft) &&
    Object.entries(draft.detail).every(
      ([key, value]) =>
        JSON.stringify(value) ===
        JSON.stringify(request.detail[key as keyof typeof request.detail]),
    )
  );
}
