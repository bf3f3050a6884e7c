import { Knex } from 'knex';
import { EntityClaim } from '../rules';
import { CandidateRow, selectCandidates } from './selectCandidates';

/**
 * Workloads that one claim can cover. A label selector without a namespace looks at every workload: it is read page by
 * page elsewhere and here only when its entity changed.
 */
export async function selectCandidatesOf(
  knex: Knex,
  claim: EntityClaim,
): Promise<CandidateRow[]> {
  const everywhere = claim.selector !== undefined && !claim.namespace;
  return selectCandidates(knex, query => {
    if (everywhere) {
      return;
    }
    query.where(any => {
      any.whereRaw('1 = 0');
      if (claim.kubernetesId) {
        any.orWhere('w.kubernetes_id', claim.kubernetesId);
      }
      if (claim.selector && claim.namespace) {
        any.orWhere('w.namespace', claim.namespace);
      }
      if (claim.workloads.length > 0) {
        any.orWhereIn(
          'w.id',
          knex('inventory_workload')
            .select('id')
            .whereIn('namespace', [
              ...new Set(claim.workloads.map(item => item.namespace)),
            ])
            .whereIn('name', [
              ...new Set(claim.workloads.map(item => item.name)),
            ]),
        );
      }
      for (const policy of claim.policies) {
        any.orWhereIn(
          'w.policy_id',
          knex('inventory_policy')
            .select('policy_id')
            .whereNotNull('policy_id')
            .where({ namespace: policy.namespace, name: policy.name }),
        );
      }
    });
  });
}
