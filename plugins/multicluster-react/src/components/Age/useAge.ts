import { useCallback, useSyncExternalStore } from 'react';
import { subscribeToSeconds } from './ageTicker';
import { formatAge } from './formatAge';
import { useText } from '../../translation/useText';

/**
 * How long ago something was, in the language of the reader; kept up to date, and rendered only when its text changes.
 *
 * @param time - ISO 8601, or milliseconds since the epoch; undefined and what is no time give undefined
 * @public
 */
export function useAge(time: string | number | undefined): string | undefined {
  const t = useText();
  const at = typeof time === 'string' ? Date.parse(time) : time;
  const known = at !== undefined && !Number.isNaN(at);
  const say = useCallback(() => {
    if (!known) {
      return undefined;
    }
    const { unit, n } = formatAge(Date.now() - at);
    return t(`age.${unit}`, { n: String(n) });
  }, [t, at, known]);
  return useSyncExternalStore(subscribeToSeconds, say);
}
