export * from './ClustersContent';
