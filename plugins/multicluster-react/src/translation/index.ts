export * from './multiclusterPagesTranslationRef';
export * from './multiclusterTranslationRef';
export * from './useSentence';
