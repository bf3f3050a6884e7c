// @ts-check

/**
 * What a workload is apart from its versions, as far as the report of changes needs it: digests of the settings of past
 * generations, and the version under which a content changed. Two columns that may be empty; safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_workload_images', table => {
    table
      .text('settings')
      .comment('Digest of all but images and copies; null: not known');
  });
  await knex.schema.alterTable('inventory_transition', table => {
    table
      .text('version')
      .comment('Of field content: the version that stayed; null: not known');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_transition', table => {
    table.dropColumn('version');
  });
  await knex.schema.alterTable('inventory_workload_images', table => {
    table.dropColumn('settings');
  });
};
