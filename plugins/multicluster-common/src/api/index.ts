export * from './ApprovalsApi';
export * from './ApprovalsClient';
export * from './MulticlusterApi';
export * from './MulticlusterClient';
export * from './views';
