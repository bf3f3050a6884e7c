import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { multiclusterTranslationRef } from './multiclusterTranslationRef';

/**
 * Says sentences of the back end in the language of the reader. A code this version does not know is shown as the back
 * end rendered it.
 *
 * @public
 */
export function useSentence(): (sentence: Sentence) => string {
  const { t } = useTranslationRef(multiclusterTranslationRef);
  return useCallback(
    ({ code, params, text }: Sentence) => {
      const key = `sentence.${code}`;
      const said = (
        t as unknown as (
          name: string,
          options: Record<string, string | number>,
        ) => string
      )(key, params);
      return said === key ? text : said;
    },
    [t],
  );
}
