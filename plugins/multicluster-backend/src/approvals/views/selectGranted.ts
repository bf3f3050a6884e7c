import { Knex } from 'knex';
import { Viewer } from '../../service/ApprovalService';
import { GrantedRights } from './abilitiesOf';
import { ApprovalCondition } from './ApprovalCondition';
import { selectHolding } from './selectHolding';

/** Which permissions a viewer has on each of some requests. What holds for all or none is not asked of the database. */
export async function selectGranted(
  knex: Knex,
  ids: string[],
  { may }: Viewer,
): Promise<(id: string) => GrantedRights> {
  const holding = async (condition: ApprovalCondition) => {
    if (condition === 'all' || condition === 'none') {
      return () => condition === 'all';
    }
    const found = await selectHolding(knex, ids, condition);
    return (id: string) => found.has(id);
  };
  const [vote, breakGlass, resolve] = await Promise.all([
    holding(may.vote),
    holding(may.breakGlass),
    holding(may.resolve),
  ]);
  return id => ({
    vote: vote(id),
    breakGlass: breakGlass(id),
    resolve: resolve(id),
  });
}
