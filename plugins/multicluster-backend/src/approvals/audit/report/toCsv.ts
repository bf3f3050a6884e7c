import { AuditReport } from '@fairway/backstage-plugin-multicluster-common';

const COLUMNS = [
  'at',
  'environment',
  'subject',
  'source',
  'clusters',
  'from',
  'to',
  'basis',
  'actors',
  'enforcement',
  'request',
  'entities',
  'sentence',
  'change',
] as const;

/**
 * A report as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it: names and versions
 * come from clusters and tools, and opening a report must run nothing.
 */
export function toCsv(
  changes: AuditReport['changes'],
  options: { header: boolean },
): string {
  const rows = changes.map(change => [
    change.at,
    change.environment,
    change.subject,
    change.source,
    change.clusters.join(' '),
    change.from ?? '',
    change.to,
    change.basis,
    change.actors.join(' '),
    change.enforcement ?? '',
    change.requestId ?? '',
    change.entityRefs.join(' '),
    change.sentence.text,
    change.change?.text ?? '',
  ]);
  return [...(options.header ? [[...COLUMNS]] : []), ...rows]
    .map(row => `${row.map(toCell).join(',')}\r\n`)
    .join('');
}

function toCell(text: string): string {
  // Some take the wide forms of these characters for the same.
  const safe = /^[\s]*[=+\-@\t\r\n|%＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
