export * from './FreshnessDot';
