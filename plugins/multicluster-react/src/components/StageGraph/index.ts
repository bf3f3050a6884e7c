export * from './StageGraph';
