/**
 * Where services run, in which version and state, across every cluster: for the new frontend system.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
