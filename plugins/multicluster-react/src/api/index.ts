export * from './multiclusterApiRef';
