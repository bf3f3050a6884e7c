import { AuditRow } from './auditRows';
import { AuditFinding } from './AuditVerdict';
import { auditHashes } from './auditHashes';

/** With the payload goes what its hash was made of: a name that stands there afterwards was put there by somebody. */
const ERASED = 'erased';

/** Whether the payload of an entry is what it was made with, or was erased with a word. Pure. */
export function checkPayload(
  row: AuditRow,
  erasedByWord: ReadonlySet<number>,
): { erased: boolean; findings: AuditFinding[] } {
  const { seq, salt, payload, actor, payloadHash } = row;
  if (salt === undefined || payload === undefined) {
    if (erasedByWord.has(seq)) {
      return { erased: true, findings: actor === ERASED ? [] : [named(seq)] };
    }
    return {
      erased: false,
      findings: [
        {
          kind: 'payload-missing',
          seq,
          text: `The payload of entry ${seq} is gone, and no entry says that it was erased`,
        },
      ],
    };
  }
  return {
    erased: false,
    findings:
      auditHashes.ofPayload(salt, actor, payload) === payloadHash
        ? []
        : [named(seq)],
  };
}

function named(seq: number): AuditFinding {
  return {
    kind: 'payload-edited',
    seq,
    text: `The payload of entry ${seq}, or who it says did it, was changed`,
  };
}
