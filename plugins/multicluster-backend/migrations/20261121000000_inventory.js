// @ts-check

/**
 * The inventory: what was observed, and what it was derived to. Every table here may be emptied at any time; the next
 * observation fills it again. Times are milliseconds since the epoch, because the two engines disagree about every
 * other form. JSON is text, because it is read and written whole and never searched.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_source', table => {
    table.increments('id');
    table.text('name').notNullable().unique();
    table.text('type').notNullable();
    table
      .bigInteger('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Highest revision of any row of this source');
    table.text('status').comment('JSON of what the source said of itself');
  });

  await knex.schema.createTable('inventory_lease', table => {
    table.comment('Which replica observes a facet of a source');
    table.integer('source_id').notNullable();
    table.text('facet').notNullable();
    table.text('owner').notNullable();
    table.bigInteger('fence').notNullable();
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('By the clock of the database; 0: free');
    table
      .text('version')
      .comment('Rules of the source that the stored rows were made with');
    table.primary(['source_id', 'facet']);
  });

  await knex.schema.createTable('inventory_replica', table => {
    table.comment('Who is there to share the leases');
    table.text('owner').primary();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('expires_at').notNullable();
  });

  await knex.schema.createTable('inventory_fanout', table => {
    table.comment(
      'Placements to derive again because something they share has changed',
    );
    table.increments('id');
    table.integer('source_id').notNullable();
    table
      .text('namespace')
      .notNullable()
      .comment('Of the workload; empty: all of them');
    table
      .integer('after_id')
      .notNullable()
      .comment('Placements up to this id are done');
    table
      .boolean('quiet')
      .notNullable()
      .comment('What comes out differently is no change, it is seen first');
    table.unique(['source_id', 'namespace']);
  });

  await knex.schema.createTable('inventory_lane', table => {
    table.comment('One kind or stream of a facet, and how it fares');
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('facet').notNullable();
    table.text('name').notNullable();
    table.text('subject').notNullable();
    table.boolean('retired').notNullable().defaultTo(false);
    table.text('checkpoint').comment('Stored up to here; null: never complete');
    table.bigInteger('swept_at').comment('When a full list last completed');
    table.bigInteger('contact_at');
    table.float('lag_seconds');
    table.integer('relists').notNullable().defaultTo(0);
    table.integer('errors').notNullable().defaultTo(0);
    table.integer('objects').notNullable().defaultTo(0);
    table.text('problem').comment('JSON: code and sentence');
    table.bigInteger('problem_since');
    table.unique(['source_id', 'facet', 'name']);
  });

  await knex.schema.createTable('inventory_cluster', table => {
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('name').notNullable();
    table
      .boolean('present')
      .notNullable()
      .comment('False: only named by a placement');
    table.text('cluster_uid');
    table.text('state').notNullable();
    table.bigInteger('state_since').notNullable();
    table.text('region');
    table.text('fact').comment('JSON of the ClusterFact');
    table.text('fact_hash');
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'name']);
    table.index(['lane_id']);
  });

  await knex.schema.createTable('inventory_workload', table => {
    table.increments('id');
    table
      .text('hash')
      .notNullable()
      .unique()
      .comment('Hash of the identity: the id in URLs');
    table.integer('source_id').notNullable();
    table.text('key').notNullable().comment('group/kind/namespace/name');
    table.text('api_group').notNullable();
    table.text('api_version').notNullable().comment('Without the group');
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table
      .boolean('present')
      .notNullable()
      .comment('False: only named by a placement');
    table.text('uid');
    table.bigInteger('generation');
    table.text('kubernetes_id').comment('Label backstage.io/kubernetes-id');
    table.text('policy_id');
    table.text('fact').comment('JSON of the WorkloadFact');
    table.text('fact_hash');
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['kubernetes_id'], 'inventory_workload_kubernetes_id', {
      predicate: knex.whereNotNull('kubernetes_id'),
    });
    table.index(['source_id', 'api_group', 'kind']);
    table.index(['policy_id'], 'inventory_workload_policy_id', {
      predicate: knex.whereNotNull('policy_id'),
    });
  });

  await knex.schema.createTable('inventory_workload_images', table => {
    table.comment('Images of generations before the current one, newest 20');
    table.integer('workload_id').notNullable();
    table.text('uid').notNullable();
    table.bigInteger('generation').notNullable();
    table.text('images').notNullable();
    table.primary(['workload_id', 'uid', 'generation']);
  });

  await knex.schema.createTable('inventory_policy', table => {
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('policy_id');
    table.text('role').notNullable();
    table.text('fact').notNullable();
    table.text('fact_hash').notNullable();
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['source_id', 'role', 'namespace']);
    table.index(['policy_id']);
  });

  await knex.schema.createTable('inventory_placement', table => {
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.integer('workload_id').notNullable();
    table.boolean('dependency').notNullable();
    table.text('policy_id');
    table.text('fact').notNullable();
    table.text('fact_hash').notNullable();
    table.text('state').notNullable().comment('Of the summary');
    table.bigInteger('state_since').notNullable();
    table
      .text('derived')
      .notNullable()
      .comment('JSON of the DerivedPlacement without its targets');
    table.bigInteger('recheck_at').comment('Derive again at this time');
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['workload_id']);
    table.index(['source_id', 'recheck_at'], 'inventory_placement_recheck', {
      predicate: knex.whereNotNull('recheck_at'),
    });
  });

  await knex.schema.createTable('inventory_target', table => {
    table.integer('placement_id').notNullable();
    table.integer('cluster_id').notNullable();
    table.text('state').notNullable();
    table.bigInteger('state_since').notNullable();
    table.text('derived').notNullable().comment('JSON of the DerivedTarget');
    table.primary(['placement_id', 'cluster_id']);
    table.index(['cluster_id', 'state']);
  });

  await knex.schema.createTable('inventory_transition', table => {
    table.comment('Every change of a derived field');
    table.bigIncrements('id');
    table.integer('source_id').notNullable();
    table.text('subject_type').notNullable().comment('cluster or placement');
    table.integer('subject_id').notNullable();
    table.text('subject').notNullable().comment('summary, or a cluster name');
    table.text('field').notNullable();
    table.text('from_value');
    table.text('to_value').notNullable();
    table.bigInteger('at').notNullable();
    table.text('cause');
    table.index(['subject_type', 'subject_id', 'id']);
    table.index(['at']);
  });

  await knex.schema.createTable('entity_match', table => {
    table.comment('Which workloads belong to which entity, and by which rule');
    table.text('entity_ref').notNullable();
    table.integer('workload_id').notNullable();
    table.text('rule').notNullable();
    table.boolean('confirmed').notNullable();
    table.text('reason').notNullable().comment('JSON of a sentence');
    table.primary(['entity_ref', 'workload_id']);
    table.index(['workload_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'entity_match',
    'inventory_transition',
    'inventory_target',
    'inventory_placement',
    'inventory_policy',
    'inventory_workload_images',
    'inventory_workload',
    'inventory_cluster',
    'inventory_lane',
    'inventory_fanout',
    'inventory_replica',
    'inventory_lease',
    'inventory_source',
  ]) {
    await knex.schema.dropTable(table);
  }
};
