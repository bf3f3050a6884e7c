import { AuditRow } from './auditRows';
import { AuditFinding } from './AuditVerdict';
import { auditHashes } from './auditHashes';

/** How far around a row it is looked for the number it was made with. */
const NEAR = 1000;

/** Whether an entry is the one that was written, and follows the one before it. Pure. */
export function checkEntry(
  row: AuditRow,
  previous: AuditRow | undefined,
): AuditFinding[] {
  const expected = (previous?.seq ?? 0) + 1;
  const missing: AuditFinding[] =
    row.seq > expected
      ? [
          {
            kind: 'deleted',
            seq: expected,
            text:
              row.seq - 1 > expected
                ? `Entries ${expected} to ${row.seq - 1} are missing`
                : `Entry ${expected} is missing`,
          },
        ]
      : [];
  const changed = changeOf(row);
  if (changed) {
    return [...missing, changed];
  }
  const link = previous?.hash ?? auditHashes.first;
  if (row.prevHash === link || missing.length > 0) {
    return missing;
  }
  return [
    {
      kind: 'unlinked',
      seq: row.seq,
      text: `Entry ${row.seq} was written behind another entry than the one that stands before it`,
    },
  ];
}

function changeOf(row: AuditRow): AuditFinding | undefined {
  const { seq } = row;
  if (auditHashes.ofEntry(row) === row.hash) {
    return undefined;
  }
  for (let near = 1; near <= NEAR; near += 1) {
    const from = [seq - near, seq + near].find(
      other => auditHashes.ofEntry({ ...row, seq: other }) === row.hash,
    );
    if (from !== undefined) {
      return {
        kind: 'reordered',
        seq,
        text: `What stands at ${seq} was written as entry ${from}`,
      };
    }
  }
  return {
    kind: 'edited',
    seq,
    text: `Entry ${seq} was changed after it was written`,
  };
}
