export * from './multiclusterTranslationRef';
export * from './useSentence';
