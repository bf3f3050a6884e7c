import { GateLog } from '../native/GateLog';
import { RawLogBlock } from '../wire/messages';

const MINIMUM =
  /^Waiting for approval from at least (\d{1,4}) user\(s\)\.\.\.$/;
const OTHERS = /^Waiting for (\d{1,4}) other approvers?\.\.\.$/;
const APPROVAL = /^Got approval from "(.+)"$/;
const APPROVED =
  /^This stage has been approved by \d+ users?(?:\(s\))? \((.+)\)$/;
const TIMED_OUT = /^Timed out (\S+)$/;

/**
 * Reads the log of a WAIT_APPROVAL stage, as v0 and v1 pipeds of 0.57 write it.
 *
 * @remarks
 * Only for stages of that name: the log of a script can say anything. A restart of the piped writes the first line again, and
 * a v1 piped every approval as well; each name counts once.
 *
 * @internal
 */
export function parseGateLog(blocks: readonly RawLogBlock[]): GateLog {
  const log: GateLog = { approvals: [] };
  const ordered = [...blocks].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  for (const block of ordered) {
    for (const line of (block.log ?? '').split('\n')) {
      readLine(log, line.trim(), block.created_at);
    }
  }
  return log;
}

function readLine(log: GateLog, line: string, at: number | undefined) {
  const approval = APPROVAL.exec(line);
  const minimum = MINIMUM.exec(line);
  const others = OTHERS.exec(line);
  const timedOut = TIMED_OUT.exec(line);
  if (approval) {
    count(log, approval[1], at);
  } else if (minimum && Number(minimum[1]) > 0) {
    log.minimum = Number(minimum[1]);
  } else if (others) {
    log.minimum ??= log.approvals.length + Number(others[1]);
  } else if (timedOut) {
    log.timedOut = timedOut[1];
  } else if (line === 'Wait approval cancelled') {
    log.cancelled = true;
  } else if (line === 'Received all needed approvals') {
    log.enough = true;
  } else {
    readSummary(log, line);
  }
}

/** The last line of an approved gate names all who were counted, should the lines before it be lost. */
function readSummary(log: GateLog, line: string) {
  const approved = APPROVED.exec(line);
  if (approved) {
    log.enough = true;
    approved[1].split(', ').forEach(name => count(log, name));
  }
}

function count(log: GateLog, name: string, at?: number) {
  if (!log.approvals.some(approval => approval.name === name)) {
    log.approvals.push({ name, ...(at && { at }) });
  }
}
