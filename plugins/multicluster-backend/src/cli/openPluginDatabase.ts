import { DatabaseManager } from '@backstage/backend-defaults/database';
import { RootLoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { Knex } from 'knex';

/** What the framework logs of connecting says nothing to whoever reads a verdict. */
const quiet: RootLoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

/**
 * The database of the plugin as the back end opens it, by its configuration. Nothing is migrated.
 *
 * @param files - configuration; what the back end reads by default when empty
 */
export async function openPluginDatabase(
  files: string[],
): Promise<{ knex: Knex; config: Config }> {
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      argv: files.flatMap(file => ['--config', file]),
      watch: false,
    }),
  );
  const database = DatabaseManager.fromConfig(config, {
    rootLogger: quiet,
  }).forPlugin('multicluster', {
    logger: quiet,
    lifecycle: { addStartupHook() {}, addShutdownHook() {} },
  });
  const knex = await database.getClient();
  if (!(await knex.schema.hasTable('approval_audit'))) {
    await knex.destroy();
    throw new Error('There is no trail in this database');
  }
  return { knex, config };
}
