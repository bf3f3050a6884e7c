// @ts-check

/**
 * Since when policies ask for approval in an environment: what the report of changes is judged by. A new, small table; safe to run
 * beforehand. It must be backed up with the other tables of approvals. Times are milliseconds since the epoch by the clock of the
 * database.
 *
 * Where requests are stored already, their policy is taken to have asked since the first of them; it ends at the next start if no
 * policy asks there by then. The built-in policy, which holds where none is configured, is not counted, as it is not later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('approval_demand', table => {
    table
      .text('environment')
      .notNullable()
      .comment("Name; '' for when this began to be noted");
    table.bigInteger('since').notNullable();
    table.bigInteger('until').comment('Null: a policy asks there now');
    table.index(['environment', 'since']);
  });
  await knex.schema.raw(
    'CREATE UNIQUE INDEX approval_demand_now ON approval_demand (environment) WHERE until IS NULL',
  );
  /** @type {Array<{ environment: string, since: number | string, policy: string }>} */
  const asked = await knex('approval_request')
    .whereNotNull('environment')
    .groupBy('environment', 'policy_hash')
    .select('environment')
    .min({ since: 'created_at', policy: 'policy' });
  const since = new Map();
  for (const row of asked.filter(({ policy }) => !JSON.parse(policy).builtIn)) {
    const known = since.get(row.environment) ?? Infinity;
    since.set(row.environment, Math.min(known, Number(row.since)));
  }
  for (const [environment, first] of since) {
    await knex('approval_demand').insert({ environment, since: first });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('approval_demand');
};
