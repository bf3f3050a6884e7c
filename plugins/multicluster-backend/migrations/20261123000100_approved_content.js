// @ts-check

/**
 * Which content of lanes was approved, and not merely there when the lane was armed or let out by hand. Of what is stored already
 * that is what a request released that people voted for: not one that was decided past the rules, nor one without votes, because
 * nobody noted then what it rested on. Takes no time, safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('approval_content', table => {
    table
      .boolean('approved')
      .notNullable()
      .defaultTo(false)
      .comment('False: nobody approved it here');
  });
  const requests = await knex('approval_request as r')
    .where({ 'r.kind': 'lane', 'r.state': 'applied', 'r.decision': 'approve' })
    .whereNull('r.break_glass')
    .whereExists(function counted() {
      this.select(knex.raw('1'))
        .from('approval_vote as v')
        .whereRaw('v.request_id = r.id AND v.generation = r.generation')
        .where({ 'v.status': 'counted', 'v.decision': 'approve' });
    })
    .select('r.id', 'r.detail');
  for (const { id, detail } of requests) {
    if (!JSON.parse(detail).exemption) {
      await knex('approval_content')
        .where({ request_id: id })
        .update({ approved: true });
    }
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('approval_content', table => {
    table.dropColumn('approved');
  });
};
