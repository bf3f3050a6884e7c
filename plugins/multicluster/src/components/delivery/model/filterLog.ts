import { LogLine } from '@fairway/backstage-plugin-multicluster-react';

/** Which lines of a log are shown. @internal */
export interface LogSelection {
  /** Somewhere in the line, upper and lower case alike. */
  text: string;
  severity: 'all' | 'error' | 'success';
}

/**
 * The lines that were asked for. Gaps stay: what is missing could have been one of them.
 *
 * @internal
 */
export function filterLog(
  lines: LogLine[],
  selection: LogSelection,
): LogLine[] {
  const text = selection.text.trim().toLocaleLowerCase();
  const { severity } = selection;
  if (!text && severity === 'all') {
    return lines;
  }
  return lines.filter(
    line =>
      line.gap ||
      ((severity === 'all' || line.severity === severity) &&
        line.text.toLocaleLowerCase().includes(text)),
  );
}
