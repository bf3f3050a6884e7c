export * from './RunVersions';
