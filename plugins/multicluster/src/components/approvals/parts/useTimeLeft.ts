import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { timeLeft } from '../model/timeLeft';

const TICK_MS = 30_000;

/**
 * How long it is until a moment, as "in 8 hr."; undefined once it has passed. Kept up to date to half a minute.
 *
 * @param time - ISO 8601
 * @internal
 */
export function useTimeLeft(time: string): string | undefined {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(Date.parse(time) - now);
  return (
    left &&
    new Intl.RelativeTimeFormat(language, { style: 'short' }).format(
      left.n,
      left.unit,
    )
  );
}
