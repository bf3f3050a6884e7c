/**
 * The same as the main entry, for apps that load features from `./alpha`.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
