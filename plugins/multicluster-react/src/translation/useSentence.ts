import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useSyncExternalStore } from 'react';
import { useTimeFormat } from '../components/Age/useTimeFormat';
import { partsSayer, subscribeToPartsSayer } from './partsSayer';
import { useText } from './useText';

const ENGLISH_SEPARATOR = ', ';
const subscribeToNothing = () => () => {};

/**
 * Says sentences of the back end in the language of the reader, and moments in their time zone. A code this version does not know is shown as the back
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
  const format = useTimeFormat();
  return useCallback(
    (sentence: Sentence) => {
      const { code, params, text } = withMoments(sentence, format);
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
    [t, sayParts, separator, english, format],
  );
}

/** English is shown as it arrives, so that the moments are written in its text as well as in what is translated. */
function withMoments(
  sentence: Sentence,
  format: (time: string) => string,
): Sentence {
  let { params, text } = sentence;
  for (const name of sentence.times ?? []) {
    const time = String(params[name]);
    const moment = format(time);
    params = { ...params, [name]: moment };
    text = text.split(time).join(moment);
  }
  return { ...sentence, params, text };
}
