import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import { useMemo } from 'react';
import { FilterKey } from './filterSuggestions';

const workloadStates = [
  'degraded',
  'unscheduled',
  'progressing',
  'scheduling-suspended',
  'unplaced',
  'last-known',
  'unread',
  'converged',
  'unhealthy',
  'apply-failed',
  'rolling-out',
  'suspended',
  'pending',
];
const clusterStates = [
  'not-ready',
  'unreachable',
  'never-reported',
  'unavailable',
  'leaving',
  'ready',
];
const workloadKeys = ['kind', 'namespace', 'name', 'image', 'owner', 'entity'];

const runStates = [
  'waiting',
  'failed',
  'running',
  'pending',
  'queued',
  'paused',
  'succeeded',
  'cancelled',
  'unknown',
];

/** Keys of the filter of the list of pipelines. Keep the reference: it never changes. */
export const pipelineFilterKeys: FilterKey[] = [
  { key: 'status', values: runStates },
  ...['name', 'source', 'environment', 'version', 'owner', 'entity'].map(
    key => ({ key, values: [] }),
  ),
];

/**
 * Keys of the filter of a list, with the values that the fleet has.
 *
 * @param list - what is filtered; it decides which keys make sense
 */
export function useFilterKeys(
  fleet: Fleet | undefined,
  list: 'workloads' | 'clusters',
): FilterKey[] {
  return useMemo(() => {
    const tiles = fleet?.regions.flatMap(({ clusters }) => clusters) ?? [];
    const distinct = (values: Array<string | undefined>) =>
      [...new Set(values)].filter(value => value !== undefined).sort();
    const shared: FilterKey[] = [
      {
        key: 'status',
        values: list === 'workloads' ? workloadStates : clusterStates,
      },
      {
        key: 'region',
        values: distinct(fleet?.regions.map(({ name }) => name) ?? []),
      },
      { key: 'cluster', values: distinct(tiles.map(({ name }) => name)) },
      {
        key: 'source',
        values: distinct(tiles.map(({ controlPlane }) => controlPlane)),
      },
      { key: 'environment', values: [] },
      { key: 'version', values: [] },
    ];
    return list === 'clusters'
      ? shared
      : [...shared, ...workloadKeys.map(key => ({ key, values: [] }))];
  }, [fleet, list]);
}
