import {
  ApprovalSubject,
  AuditEntry,
} from '@fairway/backstage-plugin-multicluster-common';
import { sortedJson } from '../../inventory/runs/sortedJson';

/** A part of a subject that is another by now. */
export interface ChangedPart {
  part: string;
  from?: string;
  to?: string;
}

const PARTS = [
  'commit',
  'images',
  'targets',
  'lane',
  'manifests',
  'policyHash',
  'run',
  'gate',
] as const;

/**
 * What changed of a subject since somebody looked at a generation of it, as the trail has it.
 *
 * @returns undefined when the trail does not tell what it was then
 */
export function changedSince(
  subject: ApprovalSubject,
  trail: AuditEntry[],
  since: number,
): ChangedPart[] | undefined {
  const change = trail.find(
    ({ action, payload }) =>
      action === 'subject.changed' && Number(payload?.generation) > since,
  );
  const before = change?.payload?.before as
    | Partial<ApprovalSubject>
    | undefined;
  return (
    before &&
    PARTS.filter(
      part => sortedJson(before[part] ?? null) !== sortedJson(subject[part]),
    ).map(part => ({
      part,
      ...textOf('from', before[part]),
      ...textOf('to', subject[part]),
    }))
  );
}

function textOf(name: 'from' | 'to', value: unknown): Partial<ChangedPart> {
  if (value === null || value === undefined) {
    return {};
  }
  return { [name]: typeof value === 'string' ? value : JSON.stringify(value) };
}
