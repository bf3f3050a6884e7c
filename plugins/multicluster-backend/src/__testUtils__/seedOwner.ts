import { Knex } from 'knex';

/** Says who owns an entity, as the last look at the catalog stored it. */
export async function seedOwner(
  knex: Knex,
  entityRef: string,
  ownerRef: string,
): Promise<void> {
  await knex('entity_claim')
    .insert({
      entity_ref: entityRef,
      hash: 'seeded',
      claim: JSON.stringify({ entityRef, ownerRef }),
      owner_ref: ownerRef,
      seen_at: Date.now(),
    })
    .onConflict('entity_ref')
    .merge();
}
