import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';
import { FIELD_MANAGER } from './FIELD_MANAGER';

/**
 * Who else manages the field that holds, or our note beside it, by the names under which they apply. Where there is somebody,
 * an apply of ours either fails or is undone by theirs; with the other form in their hands even force ends at the webhook.
 *
 * @param policy - with its managedFields
 * @param what - `hold`: of the field that holds alone
 * @internal
 */
export function otherManagers(
  policy: Record<string, unknown>,
  what: 'hold' | 'hold and note' = 'hold and note',
): string[] {
  const { managedFields } = read.record(policy.metadata);
  const names = read.list(managedFields).flatMap(item => {
    const entry = read.record(item);
    const ours = entry.manager === FIELD_MANAGER && entry.operation === 'Apply';
    const fields = read.record(entry.fieldsV1);
    const manages =
      managesHold(fields) || (what === 'hold and note' && managesNote(fields));
    return !ours && manages
      ? [read.string(entry.manager) ?? 'somebody without a name']
      : [];
  });
  return [...new Set(names)].sort();
}

function managesHold(fields: Record<string, unknown>): boolean {
  return 'f:suspension' in read.record(fields['f:spec']);
}

function managesNote(fields: Record<string, unknown>): boolean {
  const annotations = read.record(
    read.record(fields['f:metadata'])['f:annotations'],
  );
  return [keys.heldBy, keys.heldNote, keys.heldRequest].some(
    key => `f:${key}` in annotations,
  );
}
