export * from './ClusterIdentity';
export * from './mapCaller';
export * from './readClusterIdentity';
