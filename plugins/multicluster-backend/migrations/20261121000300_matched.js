// @ts-check

/**
 * Up to where the changes of a source were matched to entities, so that what a replica stored and did not match before it
 * was killed is matched by another. One column with a constant default: takes no time, safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_source', table => {
    table
      .bigInteger('matched_revision')
      .notNullable()
      .defaultTo(0)
      .comment('Workloads of revisions up to this one are matched');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_source', table => {
    table.dropColumn('matched_revision');
  });
};
