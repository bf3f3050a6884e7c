export * from './FilterTerm';
export { parseFilter } from './parseFilter';
