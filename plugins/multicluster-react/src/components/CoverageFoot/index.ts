export * from './CoverageFoot';
