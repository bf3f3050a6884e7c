import { Knex } from 'knex';
import { yieldToOthers } from '../../util/yieldToOthers';
import { AuditRow, auditRows } from './auditRows';
import { AuditFinding, AuditVerdict } from './AuditVerdict';
import { Checkpoint } from './Checkpoint';
import { checkEntry } from './checkEntry';
import { checkPayload } from './checkPayload';
import { selectErased } from './selectErased';
import { verdictLimits } from './verdictLimits';

const PART = 1000;
const NAMED = 100;
const NONE: ReadonlySet<number> = new Set();

/** What was read of the checkpoints outside of the database: those whose signature holds, and what is wrong with the others. */
export interface ReadCheckpoints {
  checkpoints: Checkpoint[];
  findings: AuditFinding[];
}

/**
 * Reads the whole trail and says what is not as it was written, up to the entry that was the last when it began; entries that come
 * meanwhile are left for the next look.
 *
 * @param signed - absent: there are none to compare with, and what is missing at the end cannot be found
 */
export async function verifyAudit(
  knex: Knex,
  signed?: ReadCheckpoints,
): Promise<AuditVerdict> {
  const bySeq = new Map(signed?.checkpoints.map(item => [item.seq, item]));
  const findings: AuditFinding[] = [...(signed?.findings ?? [])];
  const lastSeq = await auditRows.lastSeq(knex);
  let previous: AuditRow | undefined;
  let entries = 0;
  let erased = 0;
  let verified = 0;
  for (let after = 0; after < lastSeq; ) {
    const rows = await auditRows.select(knex, { after, upTo: lastSeq }, PART);
    if (rows.length === 0) {
      break;
    }
    // Read after the rows: a payload that was missing then was erased by a word that stands there by now, if by any.
    const erasedByWord = rows.some(({ payload }) => payload === undefined)
      ? await selectErased(knex)
      : NONE;
    for (const row of rows) {
      findings.push(...checkEntry(row, previous));
      const payload = checkPayload(row, erasedByWord);
      erased += payload.erased ? 1 : 0;
      findings.push(...payload.findings);
      const checkpoint = bySeq.get(row.seq);
      if (checkpoint && checkpoint.hash === row.hash) {
        verified += 1;
      }
      previous = row;
      entries += 1;
    }
    after = rows[rows.length - 1].seq;
    await yieldToOthers();
  }
  const compared = await compareCheckpoints(knex, lastSeq, signed);
  const last = signed?.checkpoints.at(-1);
  return {
    entries,
    lastSeq,
    findings: [...findings, ...compared]
      .sort((a, b) => a.seq - b.seq)
      .slice(0, NAMED),
    erased,
    checkpoints: {
      verified,
      ...(last && { lastSeq: last.seq, lastAt: last.at }),
    },
    limits: verdictLimits({ lastSeq, erased, signed }),
  };
}

async function compareCheckpoints(
  knex: Knex,
  lastSeq: number,
  signed: ReadCheckpoints | undefined,
): Promise<AuditFinding[]> {
  if (!signed) {
    return [];
  }
  const findings: AuditFinding[] = [];
  for (const { seq, hash, at } of signed.checkpoints) {
    if (seq > lastSeq) {
      findings.push({
        kind: 'truncated',
        seq: lastSeq + 1,
        text: `Entries ${
          lastSeq + 1
        } to ${seq} were there at ${at} and are not any more`,
      });
      break;
    }
    const row = await knex('approval_audit').where({ seq }).first('hash');
    if (row && row.hash !== hash) {
      findings.push({
        kind: 'rewritten',
        seq,
        text: `Entry ${seq} is not the one that was signed at ${at}`,
      });
    }
  }
  const known = new Set(signed.checkpoints.map(({ seq }) => seq));
  const lost = await knex('approval_checkpoint').orderBy('seq').select('seq');
  const missing = lost.map(row => Number(row.seq)).find(seq => !known.has(seq));
  if (missing !== undefined) {
    findings.push({
      kind: 'checkpoint-missing',
      seq: missing,
      text: `Entry ${missing} was signed, and the file of checkpoints does not have it any more`,
    });
  }
  return findings;
}
