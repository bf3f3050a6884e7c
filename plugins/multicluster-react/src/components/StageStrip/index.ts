export * from './StageStrip';
