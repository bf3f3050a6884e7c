import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useSyncExternalStore } from 'react';
import { partsRecogniser, subscribeToRecogniser } from './partsRecogniser';
import { useText } from './useText';

type Params = Record<string, string | number>;

/** Parameters that are lists of sentences rather than names. */
const LISTS = ['reasons', 'parts'];
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
  const recognise = useSyncExternalStore(
    separator === ENGLISH_SEPARATOR
      ? subscribeToNothing
      : subscribeToRecogniser,
    partsRecogniser,
  );
  return useCallback(
    ({ code, params, text }: Sentence) => {
      const look = t as unknown as (key: string, options: Params) => string;
      const say = (name: string, values: Params): string | undefined => {
        const key = `sentence.${name}`;
        const said = look(key, values);
        return said === key ? undefined : said;
      };
      const list = (value: string) =>
        (recognise?.(value) ?? [value])
          .map(part =>
            typeof part === 'string' ? part : say(part.code, part.params) ?? '',
          )
          .join(separator);
      const translated = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          LISTS.includes(name) && separator !== ENGLISH_SEPARATOR
            ? list(String(value))
            : value,
        ]),
      );
      return say(code, translated) ?? text;
    },
    [t, recognise, separator],
  );
}
