export * from './ReplicaPips';
