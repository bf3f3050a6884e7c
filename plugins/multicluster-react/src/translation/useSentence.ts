import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback } from 'react';
import { useTimeFormat } from '../components/Age/useTimeFormat';
import { useText } from './useText';

/**
 * Says sentences of the back end in the language of the reader, with their parts, and moments in their time zone. A code this
 * version does not know is shown as the back end rendered it.
 *
 * @public
 */
export function useSentence(): (sentence: Sentence) => string {
  const t = useText();
  const format = useTimeFormat();
  return useCallback(
    (sentence: Sentence) => {
      const look = t as unknown as (
        key: string,
        options?: Record<string, string | number>,
      ) => string;
      const say = (one: Sentence): string => {
        const { code, params, text } = withMoments(one, format);
        const key = `sentence.${code}`;
        const values = Object.entries(params).map(([name, value]) => [
          name,
          Array.isArray(value)
            ? value.map(say).join(look('list.separator'))
            : value,
        ]);
        const said = look(key, Object.fromEntries(values));
        return said === key ? withParts(text, params, say) : said;
      };
      return say(sentence);
    },
    [t, format],
  );
}

/** What stands inside a sentence that nobody translated is said as it is elsewhere, moments included. */
function withParts(
  text: string,
  params: Sentence['params'],
  say: (sentence: Sentence) => string,
): string {
  return Object.values(params)
    .flatMap(value => (Array.isArray(value) ? value : []))
    .reduce((whole, part) => whole.split(part.text).join(say(part)), text);
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
