export * from './multiclusterApprovalsTranslationRef';
export * from './multiclusterDeliveryReasonsTranslationRef';
export * from './multiclusterDeliveryTranslationRef';
export * from './multiclusterPagesTranslationRef';
export * from './multiclusterReasonsTranslationRef';
export * from './multiclusterRunsTranslationRef';
export * from './multiclusterTranslationRef';
export * from './useSentence';
