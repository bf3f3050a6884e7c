import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benches } from './benches';
import { isMet } from './lib/Bar';
import { BenchContext, BenchResult, Database } from './lib/Bench';
import { table } from './lib/table';

/** Runs the benches one after the other; ends with 1 when a bar is missed or a bench could not be run. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      database: { type: 'string', multiple: true },
      bindings: { type: 'string', default: '100000' },
      clusters: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '60' },
      json: { type: 'string' },
    },
  });
  const databases = databasesOf(values.database);
  const results: Record<string, BenchResult | { error: string }> = {};
  for (const bench of benches) {
    if (values.only && !values.only.some(part => bench.name.includes(part))) {
      continue;
    }
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-bench-'));
    const context: BenchContext = {
      dir,
      bindings: Number(values.bindings),
      clusters: Number(values.clusters),
      seconds: Number(values.seconds),
      postgres: process.env.FAIRWAY_BENCH_POSTGRES,
      databases,
      log: line => process.stderr.write(`  ${line}\n`),
    };
    process.stderr.write(`${bench.name}\n`);
    try {
      results[bench.name] = await bench.run(context);
    } catch (error) {
      results[bench.name] = { error: String(error) };
    } finally {
      fs.rmSync(dir, { recursive: true, force: true });
    }
  }
  const json = JSON.stringify(results, undefined, 2);
  if (values.json) {
    fs.writeFileSync(values.json, json);
  } else {
    process.stdout.write(`${json}\n`);
  }
  let missed = 0;
  for (const [name, result] of Object.entries(results)) {
    process.stdout.write(`\n${name}\n`);
    if ('error' in result) {
      missed += 1;
      process.stdout.write(`MISS  could not be run: ${result.error}\n`);
    } else {
      missed += result.bars.filter(bar => !isMet(bar)).length;
      process.stdout.write(`${table(result.bars)}\n`);
    }
  }
  process.stdout.write(missed ? `\n${missed} missed\n` : '\nAll bars met\n');
  return missed ? 1 : 0;
}

/** A name that nobody knows would measure nothing and meet all of it. */
function databasesOf(names: string[] | undefined): Set<Database> {
  const known: Database[] = ['sqlite', 'postgres'];
  const unknown = names?.find(name => !known.some(other => other === name));
  if (unknown !== undefined) {
    throw new Error(`--database: ${unknown} is none of ${known.join(', ')}`);
  }
  return new Set(known.filter(name => names?.includes(name) ?? true));
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
