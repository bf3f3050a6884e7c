import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { useSentence } from '@fairway/backstage-plugin-multicluster-react';
import { useCallback } from 'react';
import { useApprovalText } from './useApprovalText';

/**
 * Says why something was refused: by the sentence of the back end, else by its code, else as the error says it.
 *
 * @internal
 */
export function useRefusalText(): (refusal: {
  code?: string;
  sentence?: Sentence;
  error?: Error;
  /** As the back end says it in English, where it gave no sentence. */
  said?: string;
}) => string {
  const t = useApprovalText();
  const say = useSentence();
  return useCallback(
    ({ code, sentence, error, said }) => {
      if (sentence) {
        return say(sentence);
      }
      // Of an answer of the back end, the cause is what it says; the error around it only knows the status.
      const { cause } = error ?? {};
      const told = cause instanceof Error ? cause.message : said;
      const reason = error?.message || code || '?';
      const text = told || t('refused', { reason });
      return code ? say({ code: sentenceCode(code), params: {}, text }) : text;
    },
    [t, say],
  );
}

/** `IS_REQUESTER` is said as `approval.refused.isRequester`. */
function sentenceCode(code: string): string {
  const camel = code
    .toLocaleLowerCase('en')
    .replace(/_(\w)/g, (_, letter: string) => letter.toLocaleUpperCase('en'));
  return `approval.refused.${camel}`;
}
