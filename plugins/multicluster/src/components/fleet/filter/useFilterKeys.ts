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
