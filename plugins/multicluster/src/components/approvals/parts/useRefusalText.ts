import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { useApprovalText } from './useApprovalText';

/**
 * Says why something was refused, by its code; by what the back end says beside it where this version does not know the code,
 * or where that tells more.
 *
 * @internal
 */
export function useRefusalText(): (refusal: {
  code?: string;
  sentence?: Sentence;
  error?: Error;
}) => string {
  const t = useApprovalText();
  const say = useSentence();
  return useCallback(
    ({ code, sentence, error }) => {
      if (sentence) {
        return say(sentence);
      }
      const key = `code.${code}`;
      const look = t as unknown as (key: string) => string;
      const said = code ? look(key) : key;
      return said === key
        ? t('code.other', { reason: error?.message ?? code ?? '?' })
        : said;
    },
    [t, say],
  );
}
