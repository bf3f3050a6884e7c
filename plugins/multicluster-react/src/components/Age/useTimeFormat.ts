import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

const NEAR_MS = 120_000;

/**
 * Writes moments in the language of the app and the time zone of the reader. One that comes within two minutes has its seconds: a
 * window of ten seconds would else end in the minute in which it began.
 *
 * @returns a function of an ISO 8601 time
 * @public
 */
export function useTimeFormat(): (time: string) => string {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  return useCallback(
    time =>
      Number.isNaN(Date.parse(time))
        ? time
        : new Intl.DateTimeFormat(language, {
            dateStyle: 'medium',
            timeStyle: isNear(time) ? 'medium' : 'short',
          }).format(new Date(time)),
    [language],
  );
}

function isNear(time: string): boolean {
  const left = Date.parse(time) - Date.now();
  return left > 0 && left < NEAR_MS;
}
