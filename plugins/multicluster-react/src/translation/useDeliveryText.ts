import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterDeliveryTranslationRef } from './multiclusterDeliveryTranslationRef';

/** What is said of runs and gates, in the language of the reader. @internal */
export function useDeliveryText() {
  return useTranslationRef(multiclusterDeliveryTranslationRef).t;
}
