export * from './actorName';
