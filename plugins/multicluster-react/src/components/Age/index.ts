export * from './Age';
export * from './useAge';
export * from './useTimeFormat';
