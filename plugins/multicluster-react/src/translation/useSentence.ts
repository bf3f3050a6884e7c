import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useSyncExternalStore } from 'react';
import { partsSayer, subscribeToPartsSayer } from './partsSayer';
import { useText } from './useText';

const ENGLISH_SEPARATOR = ', ';
const subscribeToNothing = () => () => {};

/**
 * Says sentences of the back end in the language of the reader. A code this version does not know is shown as the back
 * end rendered it.
 *
 * @public
 */
export function useSentence(): (sentence: Sentence) => string {
  const t = useText();
  const separator: string = t('list.separator');
  const english = separator === ENGLISH_SEPARATOR;
  const sayParts = useSyncExternalStore(
    english ? subscribeToNothing : subscribeToPartsSayer,
    partsSayer,
  );
  return useCallback(
    ({ code, params, text }: Sentence) => {
      const look = t as unknown as (
        key: string,
        options: Sentence['params'],
      ) => string;
      const say = (name: string, values: Sentence['params']) => {
        const key = `sentence.${name}`;
        const said = look(key, values);
        return said === key ? undefined : said;
      };
      const values = english ? params : sayParts?.(params, say, separator);
      return say(code, values ?? params) ?? text;
    },
    [t, sayParts, separator, english],
  );
}
