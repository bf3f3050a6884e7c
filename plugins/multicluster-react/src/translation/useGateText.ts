import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterDeliveryReasonsTranslationRef } from './multiclusterDeliveryReasonsTranslationRef';

/** What is said of gates, in the language of the reader. @internal */
export function useGateText() {
  return useTranslationRef(multiclusterDeliveryReasonsTranslationRef).t;
}
