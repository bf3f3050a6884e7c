import {
  PlacementSummary,
  sentence,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { minutesAgo } from './worldOf';

const names = ['checkout', 'search', 'billing', 'cart', 'nginx', 'mail'];

function say(text: string) {
  return { ...sentence('test.sentence'), text };
}

const summaries: PlacementSummary[] = [
  {
    state: 'unscheduled',
    flags: ['withdrawn'],
    reason: 'NoClusterFit',
    sentence: say(
      'Withdrawn: 2 of 3 clusters have a taint it does not tolerate, 1 lacks the API.',
    ),
  },
  {
    state: 'degraded',
    flags: [],
    sentence: say('3 of 6 copies are ready: member1 was lost.'),
  },
  { state: 'progressing', flags: [], sentence: say('4 of 6 copies are new.') },
  {
    state: 'scheduling-suspended',
    flags: ['held'],
    sentence: say('Held: nothing new is placed until it is released.'),
  },
];

/** A row of a made-up list of workloads: the first of each six needs a look. */
export function workloadOf(index: number): WorkloadRow {
  const name = names[index % names.length];
  const wrong = index % names.length < 2;
  const summary: PlacementSummary = wrong
    ? summaries[index % summaries.length]
    : { state: 'converged', flags: [] };
  const unplaced = index === 4;
  const targets = wrong ? { healthy: 2, unhealthy: 1 } : { healthy: 3 };
  return {
    id: `w${index}`,
    controlPlane: 'prod',
    group: 'apps',
    kind: 'Deployment',
    namespace: `team-${Math.floor(index / names.length)}`,
    name,
    entityRefs: index % 5 === 4 ? [] : [`component:default/${name}`],
    summary: unplaced ? undefined : summary,
    since: minutesAgo(3 + index * 7),
    unplaced,
    clusters: unplaced ? 0 : 3,
    targets: unplaced ? {} : targets,
    replicas: unplaced ? {} : { desired: 6, ready: wrong ? 3 : 6 },
    versions: index % 3 === 0 ? ['v1.8.2', 'v1.8.3'] : ['v1.8.3'],
    lastKnown: index % 6 === 1 ? 1 : 0,
  };
}
