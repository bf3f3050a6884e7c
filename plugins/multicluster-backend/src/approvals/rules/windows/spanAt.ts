import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { Span, windowSpans } from './windowSpans';

/** When a window that holds at a moment began and ends; undefined: it does not hold. */
export function spanAt(window: ApprovalWindow, at: number): Span | undefined {
  return windowSpans(window, { start: at, end: at + 1 }).find(
    ({ start, end }) => start <= at && at < end,
  );
}
