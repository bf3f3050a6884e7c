/**
 * The command line tool `fairway`.
 *
 * @packageDocumentation
 */
export * from './cli/runFairway';
