import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/**
 * Writes moments in the language of the app and the time zone of the reader.
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
            timeStyle: 'short',
          }).format(new Date(time)),
    [language],
  );
}
