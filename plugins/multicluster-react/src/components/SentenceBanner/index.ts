export * from './SentenceBanner';
