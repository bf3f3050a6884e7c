import { RequestDraft } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { ApprovalStore } from '../store/ApprovalStore';
import { RequestChange } from '../store/RequestChange';

/**
 * Brings what may change around an unchanged subject up to date: whose it is, who asked for it, why nobody may vote, how it would
 * be delivered. Votes stay; whoever lost the right by it is found at seal and send.
 *
 * @param seen - as it was read a moment ago: thousands are looked at of which next to none has changed, and each transaction keeps
 * those waiting who vote
 */
export async function refreshRequest(
  store: ApprovalStore,
  id: string,
  draft: RequestDraft,
  seen?: RequestRecord,
): Promise<void> {
  if (seen && same(seen, { ...draft, refusal: refusalOf(seen, draft) })) {
    return;
  }
  await store.change(id, change => {
    const { request } = change;
    const refusal = refusalOf(request, draft);
    // What was decided goes on as it was sealed; a platform that delivers otherwise by now does so with what nobody has voted on.
    const { identityMode, delivery } = untouched(change) ? draft : request;
    const now = { ...draft, refusal, identityMode, delivery };
    if (request.closedAt !== undefined || same(request, now)) {
      return;
    }
    change.update({
      refusal,
      entities: draft.entities,
      requesters: draft.requesters,
      identityMode,
      delivery,
      detail: { ...request.detail, ...draft.detail },
    });
    change.note({
      actor: 'system',
      action: 'request.refreshed',
      payload: { ...(refusal && { refusal }) },
    });
  });
}

/** Whether there are enough people is looked at by itself, see QuorumWatch. */
function refusalOf(request: RequestRecord, draft: RequestDraft) {
  const short = request.refusal === 'POLICY_UNSATISFIABLE';
  return draft.refusal ?? (short ? request.refusal : undefined);
}

function untouched({ request, votes }: RequestChange): boolean {
  return (
    request.state === 'pending' &&
    votes.every(({ status }) => status !== 'counted')
  );
}

function same(request: RequestRecord, draft: RequestDraft): boolean {
  const parts = ({
    refusal,
    entities,
    requesters,
    identityMode,
    delivery,
  }: RequestRecord | RequestDraft) =>
    JSON.stringify([
      refusal ?? null,
      entities,
      requesters,
      identityMode,
      delivery,
    ]);
  return (
    parts(request) === parts(draft) &&
    Object.entries(draft.detail).every(
      ([key, value]) =>
        JSON.stringify(value) ===
        JSON.stringify(request.detail[key as keyof typeof request.detail]),
    )
  );
}
