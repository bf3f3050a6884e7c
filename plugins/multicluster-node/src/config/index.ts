export { readSourceName } from './readSourceName';
export { readText } from './readText';
