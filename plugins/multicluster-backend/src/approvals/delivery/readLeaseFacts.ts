import { RequestSnapshot } from '../engine/ApprovalEngine';
import { Directory } from '../engine/directory/DirectoryFacts';
import { PolicyBook } from '../engine/PolicyBook';
import { LeaseFacts } from './StepLease';
import { votersOf } from './votersOf';

/** Reads what has to hold still of a decision. Rejects when the catalog cannot be read. */
export async function readLeaseFacts(
  { directory, policies }: { directory: Directory; policies?: PolicyBook },
  snapshot: RequestSnapshot,
): Promise<LeaseFacts> {
  const { request } = snapshot;
  const people = await directory.read({
    users: votersOf(snapshot),
    entityRefs: request.entities
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef),
  });
  // What the person's own request sends was judged by it a moment ago.
  const policy =
    request.delivery === 'in-request'
      ? undefined
      : await policies?.of(request, people);
  return { people, ...(policy && { policy }) };
}
