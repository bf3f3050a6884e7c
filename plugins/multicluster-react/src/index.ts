/**
 * Hooks, API ref and presentational components of the multicluster plugin.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './hooks';
export * from './state';
export * from './store';
export * from './translation';
