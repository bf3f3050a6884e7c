export * from './RunStatusLabel';
export * from './useRunWord';
