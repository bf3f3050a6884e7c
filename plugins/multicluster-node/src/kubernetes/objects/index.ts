export * from './podImages';
export * from './podSpecOf';
export * from './read';
