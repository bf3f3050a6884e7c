export * from './ApprovalsApi';
export * from './MulticlusterApi';
export * from './MulticlusterClient';
export * from './views';
