import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { multiclusterTranslationRef } from './multiclusterTranslationRef';
import { recogniseParts } from './recogniseParts';

type Params = Record<string, string | number>;

/** Parameters that are lists of sentences rather than names. */
const LISTS = ['reasons', 'parts'];

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
      const look = t as unknown as (key: string, options: Params) => string;
      const say = (name: string, values: Params): string | undefined => {
        const key = `sentence.${name}`;
        const said = look(key, values);
        return said === key ? undefined : said;
      };
      const list = (value: string) =>
        recogniseParts(value)
          .map(part =>
            typeof part === 'string' ? part : say(part.code, part.params) ?? '',
          )
          .join(t('list.separator'));
      const translated = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          LISTS.includes(name) ? list(String(value)) : value,
        ]),
      );
      return say(code, translated) ?? text;
    },
    [t],
  );
}
