/**
 * A ref that gives the keyboard to its element as it appears: in a dialog, to what one does there first.
 *
 * @internal
 */
export function focusWhen(
  first: boolean,
): ((element: HTMLElement | null) => void) | undefined {
  return first ? focus : undefined;
}

/** One function for all: with a new one each time, React would give away the keyboard at each keystroke. */
function focus(element: HTMLElement | null): void {
  element?.focus();
}
