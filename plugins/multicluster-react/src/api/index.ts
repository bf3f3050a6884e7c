export * from './approvalsApiRef';
export * from './multiclusterApiRef';
