// @ts-check

/**
 * Finds what was decided past the rules without reading all that was ever decided: it is before its reviewers in every inbox. An
 * index; safe to run beforehand.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.raw(
    'CREATE INDEX approval_request_past_rules ON approval_request (closed_at, id) WHERE break_glass IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('DROP INDEX approval_request_past_rules');
};
