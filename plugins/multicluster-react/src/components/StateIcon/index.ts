export * from './StateIcon';
