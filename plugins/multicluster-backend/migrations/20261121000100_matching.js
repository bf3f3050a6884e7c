// @ts-check

/**
 * What matching needs beside the inventory: what entities claim, so that a changed workload finds its entities without
 * asking the catalog; clusters whose owners were already told; and the key of the hints. All may be emptied at any time.
 * Cheap on both engines; safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity_claim', table => {
    table.comment('What catalog entities say of their workloads');
    table.text('entity_ref').primary();
    table.text('hash').notNullable().comment('Of what the claim is made from');
    table.text('claim').notNullable().comment('JSON of the EntityClaim');
    table.text('owner_ref');
    table.text('system_ref');
    table.bigInteger('seen_at').notNullable();
    table.index(['owner_ref']);
    table.index(['seen_at']);
  });

  await knex.schema.createTable('cluster_notice', table => {
    table.comment('Owners who were told that a cluster is lost');
    table.text('source').notNullable();
    table.text('cluster').notNullable();
    table.text('owner_ref').notNullable();
    table.bigInteger('sent_at').notNullable();
    table.primary(['source', 'cluster', 'owner_ref']);
  });

  await knex.schema.createTable('multicluster_setting', table => {
    table.comment('Values shared by all replicas, for example the hint key');
    table.text('name').primary();
    table.text('value').notNullable();
  });

  await knex.schema.alterTable('inventory_workload', table => {
    table.index(
      ['namespace', 'name', 'id'],
      'inventory_workload_listing_index',
    );
  });

  await knex.schema.alterTable('inventory_placement', table => {
    table.index(['dependency', 'state'], 'inventory_placement_count_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_placement', table => {
    table.dropIndex(['dependency', 'state'], 'inventory_placement_count_index');
  });
  await knex.schema.alterTable('inventory_workload', table => {
    table.dropIndex(
      ['namespace', 'name', 'id'],
      'inventory_workload_listing_index',
    );
  });
  for (const table of [
    'multicluster_setting',
    'cluster_notice',
    'entity_claim',
  ]) {
    await knex.schema.dropTable(table);
  }
};
