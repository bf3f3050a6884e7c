import { parseArgs } from 'node:util';
import { stringifyError } from '@backstage/errors';
import { eraseCommand } from './eraseCommand';
import { FairwayCommand } from './FairwayCommand';
import { openPluginDatabase } from './openPluginDatabase';
import { usage } from './usage';
import { verifyCommand } from './verifyCommand';

const COMMANDS: Record<string, FairwayCommand> = {
  'audit verify': verifyCommand,
  'audit erase': eraseCommand,
};

/**
 * Runs a command of `fairway`.
 *
 * @param argv - arguments behind the name of the program
 * @param write - where lines go; the standard output when absent
 * @returns the exit code: 0 all is as it should be, 1 something is not, 2 it could not be looked at
 * @public
 */
export async function runFairway(
  argv: string[],
  write: (line: string) => void = line => {
    process.stdout.write(`${line}\n`);
  },
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        config: { type: 'string', multiple: true },
        checkpoints: { type: 'string' },
        key: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        seq: { type: 'string', multiple: true },
        actor: { type: 'string' },
        reason: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const command = COMMANDS[positionals.join(' ')];
    if (!command || values.help) {
      write(usage);
      return values.help ? 0 : 2;
    }
    const database = await openPluginDatabase(values.config ?? []);
    try {
      return await command({ ...database, options: values, write });
    } finally {
      await database.knex.destroy();
    }
  } catch (error) {
    write(`It could not be looked at: ${stringifyError(error)}`);
    return 2;
  }
}
