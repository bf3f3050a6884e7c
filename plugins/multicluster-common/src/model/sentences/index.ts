export * from './sentence';
export * from './sentences';
