import {
  AuditEntry,
  AuditList,
} from '@fairway/backstage-plugin-multicluster-common';
import { Act } from '../check/Act';
import { WrittenAct } from '../check/ClientEntry';
import { Answer } from '../portal/PortalClient';
import { nameOf } from './nameOf';

const PAGE = 200;

/** What the trail of the portal says of what people did with a request, the first at first. */
export async function readTrail(
  requestId: string,
  ask: (path: string) => Promise<Answer>,
): Promise<WrittenAct[]> {
  const written: WrittenAct[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      requestId,
      limit: String(PAGE),
      ...(cursor && { cursor }),
    });
    const { body } = await ask(`/audit?${query}`);
    const { items, nextCursor } = body as AuditList;
    written.unshift(...items.flatMap(toWritten).reverse());
    cursor = nextCursor;
  } while (cursor);
  return written;
}

function toWritten(entry: AuditEntry): WrittenAct[] {
  const act = actOf(entry);
  return act ? [{ voter: nameOf(entry.actor), act }] : [];
}

function actOf({ action, payload }: AuditEntry): Act | undefined {
  switch (action) {
    case 'vote.counted':
      return payload?.vote === 'reject' ? 'reject' : 'approve';
    case 'request.break-glass':
      return 'break-glass';
    case 'vote.withdrawn':
    case 'request.recalled':
      return 'take-back';
    default:
      return undefined;
  }
}
