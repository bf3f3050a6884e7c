// @ts-check

/**
 * Requests for approval, votes, what is delivered of them, and the trail. New tables, and one index of the inventory that takes
 * seconds at 100,000 placements; safe to run beforehand. Unlike those of the inventory, these tables must be backed up. Times are milliseconds since the epoch by the
 * clock of the database, because the clocks of replicas differ.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // What a lane claims is looked up by its policy, at every look.
  await knex.schema.alterTable('inventory_placement', table => {
    table.index(['policy_id'], 'inventory_placement_policy_id', {
      predicate: knex.whereNotNull('policy_id'),
    });
  });

  await knex.schema.createTable('approval_request', table => {
    table.text('id').primary();
    table
      .text('gate_key')
      .notNullable()
      .comment('What is decided, over all its openings: see gateKeyOf');
    table.integer('generation').notNullable();
    table.integer('version').notNullable();
    table.text('kind').notNullable().comment('gate, pull or lane');
    table.text('state').notNullable().comment('ApprovalState');
    table.text('decision').comment('Set at the seal');
    table.text('source').notNullable().comment('Configured name');
    table.text('run_key');
    table.text('pipeline_key');
    table.text('gate_id');
    table.text('gate_version');
    table.text('policy_key').comment('Of a lane');
    table.text('title').notNullable();
    table.text('environment');
    table.text('subject').notNullable().comment('JSON of the ApprovalSubject');
    table.text('subject_digest').notNullable();
    table.text('change_key').comment('Equal for requests about one change');
    table.text('policy_name').notNullable();
    table.text('policy_hash').notNullable();
    table.text('policy').notNullable().comment('JSON, as it was at the time');
    table.text('requesters').notNullable().comment('JSON');
    table.text('enforcement').notNullable();
    table.text('identity_mode').notNullable();
    table.text('delivery').notNullable();
    table.text('detail').notNullable().comment('JSON: what views show beside');
    table.text('refusal').comment('ApprovalCode for which nobody may vote');
    table.text('halted').comment('JSON');
    table.text('break_glass').comment('JSON');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('not_before');
    table.bigInteger('deadline');
    table.bigInteger('recall_until');
    table.bigInteger('sealed_at');
    table.bigInteger('closed_at');
    table.text('closed_by').comment('JSON of the Actor');
    table.text('sentence').comment('JSON: how it ended');
    table.text('superseded_by');
    table
      .bigInteger('missing_since')
      .comment('First read that did not find its gate any more');
    table.unique(['gate_key', 'generation']);
    table.index(['state', 'created_at', 'id']);
    table.index(['source', 'run_key']);
    table.index(['source', 'policy_key']);
    table.index(['environment', 'created_at']);
    table.index(['closed_at']);
    table.index(['change_key']);
    table.index(['created_at', 'id']);
  });
  await knex.schema.raw(
    'CREATE INDEX approval_request_inbox ON approval_request (created_at, id) WHERE closed_at IS NULL',
  );
  // One open request of a gate, whoever opens it: two replicas that see it at once must not both collect votes.
  await knex.schema.raw(
    'CREATE UNIQUE INDEX approval_request_open ON approval_request (gate_key) WHERE closed_at IS NULL',
  );

  await knex.schema.createTable('approval_entity', table => {
    table.comment('Whose request it is');
    table
      .text('request_id')
      .notNullable()
      .references('approval_request.id')
      .onDelete('CASCADE');
    table.text('entity_ref').notNullable();
    table.boolean('confirmed').notNullable();
    table.primary(['request_id', 'entity_ref']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('approval_vote', table => {
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('approval_request.id')
      .onDelete('CASCADE');
    table.integer('generation').notNullable();
    table.text('voter').notNullable();
    table.text('decision').notNullable();
    table.text('subject_digest').notNullable();
    table.text('status').notNullable();
    table.text('reason').comment('Why it is void');
    table.text('comment');
    table.text('groups').notNullable().comment('JSON, as of the vote');
    table.text('channel').notNullable();
    table.text('evidence').comment('JSON: what the permission was judged by');
    table.bigInteger('at').notNullable();
    table.integer('ordinal').notNullable().comment('Order of casting');
    table.index(['request_id', 'generation']);
    table.index(['voter']);
  });
  await knex.schema.raw(
    `CREATE UNIQUE INDEX approval_vote_counted ON approval_vote (request_id, generation, voter) WHERE status = 'counted'`,
  );

  await knex.schema.createTable('approval_delivery', table => {
    table.comment('A sealed decision on its way');
    table.text('id').primary();
    table
      .text('request_id')
      .notNullable()
      .references('approval_request.id')
      .onDelete('CASCADE');
    table.text('gate_key').notNullable();
    table.integer('generation').notNullable();
    table.text('decision').notNullable();
    table
      .text('state')
      .notNullable()
      .comment('queued, delivering, halted, done, recalled');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('not_before').notNullable();
    table.bigInteger('closed_at');
    table.index(['request_id']);
    table.index(['state', 'not_before']);
  });
  // At most one decision that was not taken back: held by the database and not by code.
  await knex.schema.raw(
    `CREATE UNIQUE INDEX approval_delivery_sealed ON approval_delivery (gate_key, generation) WHERE state <> 'recalled'`,
  );

  await knex.schema.createTable('approval_step', table => {
    table.text('id').primary();
    table
      .text('delivery_id')
      .notNullable()
      .references('approval_delivery.id')
      .onDelete('CASCADE');
    table.text('request_id').notNullable();
    table.integer('generation').notNullable();
    table.integer('ordinal').notNullable();
    table.text('key').notNullable();
    table.text('title').notNullable();
    table.text('voter').comment('In whose name');
    table.text('cluster').comment('To which it releases');
    table.text('state').notNullable();
    table.text('identity').notNullable().comment('JSON');
    table.text('idempotency_key').notNullable();
    table.integer('fence').notNullable().defaultTo(0);
    table.text('lease_owner');
    table.bigInteger('lease_until');
    table.integer('attempts').notNullable().defaultTo(0);
    table.integer('failures').notNullable().defaultTo(0).comment('In a row');
    table.bigInteger('next_at').comment('Not tried before');
    table.text('provider_ref');
    table.text('sentence').comment('JSON');
    table.text('memory').comment('JSON: what the next look has to know');
    table.bigInteger('sent_at');
    table.bigInteger('observed_at');
    table.index(['delivery_id', 'ordinal']);
    table.index(['state', 'next_at']);
  });
  await knex.schema.raw(
    `CREATE UNIQUE INDEX approval_step_once ON approval_step (request_id, generation, key) WHERE state <> 'recalled'`,
  );

  await knex.schema.createTable('approval_idempotency', table => {
    table.text('caller').notNullable();
    table.text('key').notNullable();
    table.text('fingerprint').notNullable();
    table.integer('status').comment('Null: still under way');
    table.text('body');
    table.bigInteger('created_at').notNullable();
    table.primary(['caller', 'key']);
    table.index(['key']);
    table.index(['created_at']);
  });

  await knex.schema.createTable('approval_stop', table => {
    table.text('id').primary();
    table.text('environment');
    table.text('source');
    table.text('entity_ref');
    table.text('reason').notNullable();
    table.text('by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('until').notNullable();
    table.bigInteger('lifted_at');
    table.text('lifted_by');
    table.index(['lifted_at', 'until']);
  });

  await knex.schema.createTable('approval_lane', table => {
    table.comment('Policies whose dispatch the portal holds');
    table.text('id').primary();
    table.text('source').notNullable();
    table.text('policy_key').notNullable();
    table.text('armed_by').notNullable();
    table.bigInteger('armed_at').notNullable();
    table.bigInteger('disarmed_at');
    table.text('disarmed_by');
    table.text('detail').notNullable().comment('JSON');
    table.index(['source', 'policy_key']);
  });
  await knex.schema.raw(
    'CREATE UNIQUE INDEX approval_lane_armed ON approval_lane (source, policy_key) WHERE disarmed_at IS NULL',
  );

  await knex.schema.createTable('approval_content', table => {
    table.comment('Content that clusters of a lane were given');
    table.text('source').notNullable();
    table.text('policy_key').notNullable();
    table.text('cluster').notNullable();
    table.text('digest').notNullable();
    table.text('digest_without_replicas').notNullable();
    table
      .text('request_id')
      .comment('Null: it was there when the lane was armed');
    table
      .boolean('proven')
      .notNullable()
      .comment('False: accepted, and nothing there could be read to prove it');
    table.bigInteger('applied_at').notNullable();
    table.primary(['source', 'policy_key', 'cluster', 'digest']);
  });

  await knex.schema.createTable('approval_incident', table => {
    table.text('id').primary();
    table.text('kind').notNullable().comment('For example UNAPPROVED_CONTENT');
    table.text('request_id');
    table.text('source').notNullable();
    table.text('subject').notNullable();
    table.text('environment');
    table.text('sentence').notNullable().comment('JSON');
    table.bigInteger('at').notNullable();
    table.bigInteger('closed_at');
    table.index(['closed_at', 'at']);
  });
  // One at a time of the same thing, however many replicas see it at once.
  await knex.schema.raw(
    'CREATE UNIQUE INDEX approval_incident_open ON approval_incident (kind, source, subject) WHERE closed_at IS NULL',
  );

  await knex.schema.createTable('approval_notice', table => {
    table.comment('Who was told what, so that nobody is told twice');
    table.text('key').primary();
    table.bigInteger('at').notNullable();
    table.index(['at']);
  });

  await knex.schema.createTable('approval_pull', table => {
    table.comment('What stages that ask were told');
    table
      .text('request_id')
      .primary()
      .references('approval_request.id')
      .onDelete('CASCADE');
    table.text('stage_id').notNullable().comment('The stage that asks');
    table.bigInteger('asked_at').notNullable();
    table.text('answer').comment('approve or reject, once it was given');
    table.bigInteger('answered_at');
  });

  await knex.schema.createTable('approval_audit', table => {
    table.bigInteger('seq').primary();
    table.text('prev_hash').notNullable();
    table.text('hash').notNullable();
    table.bigInteger('at').notNullable();
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('request_id');
    table.text('environment');
    table.text('payload_hash').notNullable();
    table.index(['request_id', 'seq']);
    table.index(['environment', 'at']);
    table.index(['at']);
  });
  await knex.schema.createTable('approval_audit_payload', table => {
    table.comment('Apart, so that it can be erased and the chain still holds');
    table.bigInteger('seq').primary();
    table.text('salt').notNullable();
    table.text('payload').notNullable().comment('JSON');
  });
  await knex.schema.createTable('approval_checkpoint', table => {
    table.comment('What was signed and written outside of the database');
    table.bigInteger('seq').primary();
    table.text('hash').notNullable();
    table.text('signature').notNullable();
    table.bigInteger('at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_placement', table => {
    table.dropIndex(['policy_id'], 'inventory_placement_policy_id');
  });
  for (const name of [
    'checkpoint',
    'audit_payload',
    'audit',
    'pull',
    'notice',
    'incident',
    'content',
    'lane',
    'stop',
    'idempotency',
    'step',
    'delivery',
    'vote',
    'entity',
    'request',
  ]) {
    await knex.schema.dropTable(`approval_${name}`);
  }
};
