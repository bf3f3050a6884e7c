import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';

const FORMATS: Record<'time' | 'full', Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  full: { dateStyle: 'medium', timeStyle: 'medium' },
};
const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Writes moments in the language of the app and the time zone of the reader.
 *
 * @returns a function of an ISO 8601 time; `time` is hours and minutes for what is less than a day old
 * @public
 */
export function useTimeFormat(): (
  time: string,
  format?: 'time' | 'full',
) => string {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  return useCallback(
    (time, format = 'time') => {
      const at = Date.parse(time);
      if (Number.isNaN(at)) {
        return time;
      }
      const old = Math.abs(Date.now() - at) > DAY_MS;
      return new Intl.DateTimeFormat(
        language,
        FORMATS[old ? 'full' : format],
      ).format(at);
    },
    [language],
  );
}
