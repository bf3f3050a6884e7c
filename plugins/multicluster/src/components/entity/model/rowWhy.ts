import { ClusterRow } from './ClusterRow';
import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { isCalm } from './severity';

/** What there is to say behind the state of a row. @internal */
export type RowWhy =
  | { type: 'nothing' }
  | { type: 'last-known'; cluster?: ClusterState }
  | { type: 'wait'; count: number }
  | { type: 'behind'; count: number }
  | { type: 'updated'; updated: string; desired: string }
  | { type: 'ready'; ready: string; desired: string }
  | { type: 'text'; text: string };

/**
 * The one thing to say behind the state of a row: what is missing, in copies where copies are reported, in the words of
 * the source elsewhere. What is calm says nothing.
 *
 * @param alike - the row stands for many clusters: counts of one of them would be wrong for the others
 * @internal
 */
export function rowWhy(row: ClusterRow, alike: boolean): RowWhy {
  const { target } = row.parts[0];
  const { ready = 0, desired, updated } = target.replicas;
  if (row.lastKnown) {
    return { type: 'last-known', cluster: clusterStateIn(row.reason?.code) };
  }
  if (isCalm(row.state)) {
    return { type: 'nothing' };
  }
  const moves = row.state === 'rolling-out' || row.state === 'suspended';
  if (!alike && desired !== undefined) {
    if (row.state === 'suspended' && desired > ready) {
      return { type: 'wait', count: desired - ready };
    }
    if (
      row.state === 'rolling-out' &&
      updated !== undefined &&
      updated < desired
    ) {
      return { type: 'updated', updated: `${updated}`, desired: `${desired}` };
    }
    if (moves && target.generationsBehind) {
      return { type: 'behind', count: target.generationsBehind };
    }
    // Counts say more than a code such as ProgressDeadlineExceeded; a message says more than counts.
    if (ready < desired && !target.message && row.state !== 'pending') {
      return { type: 'ready', ready: `${ready}`, desired: `${desired}` };
    }
  }
  // "Held: Suspended" would say the same twice, in two words for one thing.
  const text =
    target.message ??
    (row.state === 'suspended' ? '' : wordsOf(target.reason ?? ''));
  return text ? { type: 'text', text } : { type: 'nothing' };
}

const CLUSTER_STATES: readonly ClusterState[] = [
  'not-ready',
  'unreachable',
  'never-reported',
  'leaving',
  'unavailable',
];

/** The code of the reason ends with the state of the cluster where that is the reason. */
function clusterStateIn(code: string | undefined): ClusterState | undefined {
  return CLUSTER_STATES.find(state => code === `view.lastKnown.${state}`);
}

/** A reason as Kubernetes writes it, `TaintUntolerated`, in words. Anything else is left as it is. */
function wordsOf(reason: string): string {
  return /^([A-Z][a-z]+){2,}$/.test(reason)
    ? reason.replace(/(?!^)([A-Z])/g, ' $1').toLocaleLowerCase('en')
    : reason;
}
