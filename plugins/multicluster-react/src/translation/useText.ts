import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterTranslationRef } from './multiclusterTranslationRef';

/** What cards say, in the language of the reader. @internal */
export function useText() {
  return useTranslationRef(multiclusterTranslationRef).t;
}
