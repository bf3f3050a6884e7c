// @ts-check

/**
 * Pipelines by their key alone: a workload that a tool marked names the key of its pipeline and not the source. Takes no
 * time, safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_pipeline', table => {
    table.index(['key', 'id'], 'inventory_pipeline_key_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_pipeline', table => {
    table.dropIndex(['key', 'id'], 'inventory_pipeline_key_index');
  });
};
