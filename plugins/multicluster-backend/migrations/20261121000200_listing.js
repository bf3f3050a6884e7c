// @ts-check

/**
 * Indexes that hold all that counting a list looks at, so that reading 100,000 workloads touches no row: on SQLite a row
 * with its facts costs a page, and the page is read on the thread that serves everyone. Each replaces an index that held
 * less, so writing costs what it did. Takes seconds on a full inventory; safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_workload', table => {
    table.dropIndex(
      ['namespace', 'name', 'id'],
      'inventory_workload_listing_index',
    );
    table.index(
      ['namespace', 'name', 'id', 'source_id', 'kind'],
      'inventory_workload_listing_index',
    );
  });
  await knex.schema.alterTable('inventory_placement', table => {
    table.dropIndex(['workload_id']);
    table.index(
      ['workload_id', 'dependency', 'id', 'state'],
      'inventory_placement_workload_index',
    );
  });
  await knex.schema.alterTable('inventory_target', table => {
    table.dropIndex(['cluster_id', 'state']);
    // By placement within a cluster: what is lost with a cluster is read in parts, each where the last one ended.
    table.index(
      ['cluster_id', 'placement_id', 'state'],
      'inventory_target_cluster_index',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_target', table => {
    table.dropIndex(
      ['cluster_id', 'placement_id', 'state'],
      'inventory_target_cluster_index',
    );
    table.index(['cluster_id', 'state']);
  });
  await knex.schema.alterTable('inventory_placement', table => {
    table.dropIndex(
      ['workload_id', 'dependency', 'id', 'state'],
      'inventory_placement_workload_index',
    );
    table.index(['workload_id']);
  });
  await knex.schema.alterTable('inventory_workload', table => {
    table.dropIndex(
      ['namespace', 'name', 'id', 'source_id', 'kind'],
      'inventory_workload_listing_index',
    );
    table.index(
      ['namespace', 'name', 'id'],
      'inventory_workload_listing_index',
    );
  });
};
