// @ts-check

/**
 * Since when policies ask for approval in an environment: what the report of changes is judged by. A new, small table; safe to run
 * beforehand. It must be backed up with the other tables of approvals. Times are milliseconds since the epoch by the clock of the
 * database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('approval_demand', table => {
    table
      .text('environment')
      .notNullable()
      .comment("Name; '' for when the portal began to look at all");
    table.bigInteger('since').notNullable();
    table.bigInteger('until').comment('Null: a policy asks there now');
    table.index(['environment', 'since']);
  });
  await knex.schema.raw(
    'CREATE UNIQUE INDEX approval_demand_now ON approval_demand (environment) WHERE until IS NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('approval_demand');
};
