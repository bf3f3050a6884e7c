// @ts-check

/**
 * Pipelines and their runs: what delivery tools were observed to do, and what it was derived to. New tables only: takes no
 * time, safe to run beforehand. As with the others of the inventory, every table may be emptied at any time; runs that a
 * tool lists no more do not come back then.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_note', table => {
    table.comment('What a facet of a source said of itself');
    table.integer('source_id').notNullable();
    table.text('facet').notNullable();
    table.text('notes').notNullable().comment('JSON of the SourceNotes');
    table.primary(['source_id', 'facet']);
  });

  await knex.schema.createTable('inventory_agent', table => {
    table.comment('Whoever executes runs');
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.text('name').notNullable();
    table.text('state').notNullable();
    table.bigInteger('state_since').notNullable();
    table.text('fact').notNullable().comment('JSON of the AgentFact');
    table.text('fact_hash').notNullable();
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
  });

  await knex.schema.createTable('inventory_pipeline', table => {
    table.increments('id');
    table
      .text('hash')
      .notNullable()
      .unique()
      .comment('Hash of the identity: the id in URLs');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.text('name').notNullable();
    table.text('agent_key');
    table
      .boolean('present')
      .notNullable()
      .comment('False: only named by runs, or gone; its runs are history');
    table.text('fact').comment('JSON of the PipelineFact, as last read');
    table.text('fact_hash');
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['source_id', 'agent_key']);
    table.index(['name', 'id']);
  });

  await knex.schema.createTable('inventory_run', table => {
    table.increments('id');
    table
      .text('hash')
      .notNullable()
      .unique()
      .comment('Hash of the identity: the id in URLs');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.integer('pipeline_id').notNullable();
    table.text('agent_key');
    table.text('status').notNullable().comment('RunStatus, as derived');
    table.bigInteger('status_since').notNullable();
    table
      .boolean('active')
      .notNullable()
      .comment('As the source says: more may come of it');
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('finished_at')
      .comment('Null while its status is not over and it is active');
    table.text('chain_id');
    table.text('fact').notNullable().comment('JSON of the RunFact');
    table.text('fact_hash').notNullable();
    table
      .text('derived')
      .notNullable()
      .comment('JSON of the DerivedRun without recheckAt');
    table.bigInteger('recheck_at').comment('Derive again at this time');
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['pipeline_id', 'created_at', 'id']);
    table.index(['pipeline_id', 'active', 'created_at']);
    table.index(['source_id', 'active', 'created_at']);
    table.index(['status', 'created_at', 'id']);
    table.index(['created_at', 'id']);
    table.index(['source_id', 'chain_id'], 'inventory_run_chain', {
      predicate: knex.whereNotNull('chain_id'),
    });
    table.index(['source_id', 'recheck_at'], 'inventory_run_recheck', {
      predicate: knex.whereNotNull('recheck_at'),
    });
    table.index(['finished_at'], 'inventory_run_finished', {
      predicate: knex.whereNotNull('finished_at'),
    });
  });

  await knex.schema.createTable('inventory_run_fanout', table => {
    table.comment('Sources whose every run is to be derived again');
    table.integer('source_id').primary();
    table.integer('after_id').notNullable().comment('Up to this id it is done');
  });

  await knex.schema.createTable('inventory_gate_fact', table => {
    table.comment('Gates that are objects of their own at their tool');
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('key').notNullable();
    table.text('run_key').notNullable();
    table.text('fact').notNullable().comment('JSON of the GateFact');
    table.text('fact_hash').notNullable();
    table.integer('lane_id');
    table.bigInteger('revision').notNullable();
    table.unique(['source_id', 'key']);
    table.index(['lane_id']);
    table.index(['source_id', 'run_key']);
  });

  await knex.schema.createTable('inventory_gate', table => {
    table.comment('Gates of runs that are not over, as derived');
    table.integer('run_id').notNullable();
    table.text('gate_id').notNullable();
    table.text('state').notNullable();
    table.boolean('actionable').notNullable();
    table.bigInteger('opened_at');
    table.text('gate').notNullable().comment('JSON of the Gate');
    table.primary(['run_id', 'gate_id']);
    table.index(['state', 'opened_at']);
    table.index(['actionable', 'opened_at']);
  });

  await knex.schema.createTable('inventory_workload_mark', table => {
    table.comment('What delivery tools wrote on templates that they applied');
    table.integer('workload_id').notNullable();
    table.text('annotation').notNullable();
    table.text('value').notNullable();
    table.primary(['workload_id', 'annotation']);
    table.index(['annotation', 'value']);
  });

  await knex.schema.createTable('pipeline_match', table => {
    table.comment('Which pipelines belong to which entity, and by which rule');
    table.text('entity_ref').notNullable();
    table.integer('pipeline_id').notNullable();
    table.text('rule').notNullable();
    table.boolean('confirmed').notNullable();
    table.text('reason').notNullable().comment('JSON of a sentence');
    table.primary(['entity_ref', 'pipeline_id']);
    table.index(['pipeline_id']);
  });

  await knex.schema.createTable('run_demand', table => {
    table.comment('Runs that somebody has on screen, on any replica');
    table.integer('run_id').primary();
    table.bigInteger('until').notNullable().comment('By the database clock');
    table.index(['until']);
  });

  await knex.schema.createTable('source_wake', table => {
    table.comment('What webhooks named, until whoever observes has read it');
    table.increments('id');
    table.integer('source_id').notNullable();
    table.text('run_key').notNullable().comment('Empty: look at everything');
    table.bigInteger('at').notNullable().comment('By the database clock');
    table.index(['source_id']);
    table.index(['at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'source_wake',
    'run_demand',
    'pipeline_match',
    'inventory_workload_mark',
    'inventory_gate',
    'inventory_gate_fact',
    'inventory_run_fanout',
    'inventory_run',
    'inventory_pipeline',
    'inventory_agent',
    'inventory_note',
  ]) {
    await knex.schema.dropTable(table);
  }
};
