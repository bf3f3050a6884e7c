export { benches } from './benches';
