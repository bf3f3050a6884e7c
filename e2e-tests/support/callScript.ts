import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const scripts = path.resolve(__dirname, '../../scripts');

/**
 * What a function of a script with its name returns, in a process of its own: the runner of the browser tests loads no ES modules.
 *
 * @param args - JSON
 */
export function callScript(name: string, ...args: unknown[]): unknown {
  const file = pathToFileURL(path.join(scripts, `${name}.mjs`)).href;
  const script = `
    import { ${name} } from ${JSON.stringify(file)};
    const returned = await ${name}(...${JSON.stringify(args)});
    process.stdout.write(JSON.stringify(returned ?? null));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    }),
  );
}
