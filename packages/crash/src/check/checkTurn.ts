import { Violation } from './Violation';

/** A lane after somebody asked for it to be armed or disarmed, when the portal could be reached again. */
export interface Turn {
  lane: string;
  /** What the portal answered that it did; absent: nobody was answered, whoever asked went away. */
  answered?: 'arm' | 'disarm';
  /** Whether the control plane holds it. */
  isHeld: boolean;
  /** What the portal shows: held and armed by somebody; held by its own hold, which nobody armed; armed and not held; none of it. */
  shown: 'armed' | 'unbooked' | 'lifted' | 'open' | 'other';
}

/**
 * - `undone`: the portal answered that it armed or disarmed it, and it is not so;
 * - `unknown-hold`: it is held and the portal does not say so, or it is not and the portal says that it is.
 */
export function checkTurn({
  lane,
  answered,
  isHeld,
  shown,
}: Turn): Violation[] {
  const isShown = shown === 'armed' || shown === 'unbooked';
  const isDone =
    answered === 'arm' ? isHeld && shown === 'armed' : shown === 'open';
  const found = (rule: Violation['rule']): Violation => ({ rule, run: lane });
  return [
    ...(answered && !isDone ? [found('undone')] : []),
    ...(isShown === isHeld && shown !== 'other' ? [] : [found('unknown-hold')]),
  ];
}
