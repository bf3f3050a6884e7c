/**
 * Text of the plugin, for apps that word it anew or add a language.
 *
 * @packageDocumentation
 */
export {
  multiclusterApprovalsTranslationRef,
  multiclusterDeliveryReasonsTranslationRef,
  multiclusterDeliveryTranslationRef,
  multiclusterPagesTranslationRef,
  multiclusterReasonsTranslationRef,
  multiclusterRunsTranslationRef,
  multiclusterTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
