/**
 * Text of the plugin, for apps that word it anew or add a language.
 *
 * @packageDocumentation
 */
export {
  multiclusterPagesTranslationRef,
  multiclusterReasonsTranslationRef,
  multiclusterTranslationRef,
} from '@fairway/backstage-plugin-multicluster-react';
