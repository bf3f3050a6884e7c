import {
  CoverageProblem,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from '../clusters/ClusterRow';
import { SourceHealth } from '../health/SourceHealth';
import { ScopeContext } from './ScopeContext';

/**
 * Why nobody can say that nothing is in an environment.
 *
 * @param workloads - why each workload that may come there is not read
 * @param sources - those that it may come from
 * @param silent - clusters of it that nobody has seen anything of
 */
export function unreadReason(
  show: ScopeContext['show'],
  workloads: Array<Sentence | undefined>,
  sources: SourceHealth[],
  silent: ClusterRow[],
): { unread?: Sentence } {
  if (show === 'runs') {
    return { unread: sentence('promotion.environment.denied') };
  }
  const source = sources.find(({ everRead }) => !everRead);
  const problem: CoverageProblem | undefined = source?.problems[0];
  const unread =
    workloads.find(item => item !== undefined) ??
    (source &&
      (problem?.sentence ??
        sentence('view.source.starting', { source: source.id }))) ??
    (silent.length > 0
      ? sentence('view.cluster.never-reported', { cluster: silent[0].name })
      : undefined);
  return unread ? { unread } : {};
}
