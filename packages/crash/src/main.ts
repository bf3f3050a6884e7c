import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign/runCampaign';
import { planCrashes } from './plan/planCrashes';
import { bundleChild } from './portal/bundleChild';
import { databasesOf } from './portal/databasesOf';

const MINUTE_MS = 60_000;

/** Crashes the back end on each database; ends with 1 when anything was lost, came twice, could not be tried, or took too long. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', multiple: true },
      points: { type: 'string', default: '1' },
      random: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      minutes: { type: 'string', default: '20' },
    },
  });
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-crash-'));
  const seed = Number(values.seed);
  const crashes = planCrashes({
    seed,
    eachPoint: Number(values.points),
    random: Number(values.random),
  });
  const until = Date.now() + Number(values.minutes) * MINUTE_MS;
  let passed = 0;
  let failed = 0;
  try {
    const file = await bundleChild();
    const databases = databasesOf(dir, process.env.FAIRWAY_CRASH_POSTGRES);
    for (const name of values.database ?? Object.keys(databases)) {
      const place = path.join(dir, name);
      fs.mkdirSync(place);
      const result = await runCampaign({
        dir: place,
        file,
        database: databases[name],
        seed,
        crashes,
        from: Number(values.from),
        until,
        say: line => process.stdout.write(`${name} ${line}\n`),
      });
      const { died, lived, runs, effects, violations, next } = result;
      process.stdout.write(
        `${name}: the portal died ${died} times; ${runs} runs came to their end, ${effects} decisions had their effect\n`,
      );
      passed += died;
      failed += lived + violations.length + (next === undefined ? 0 : 1);
      for (const violation of violations) {
        process.stdout.write(`${name}: ${JSON.stringify(violation)}\n`);
      }
      if (violations.length > 0 || lived > 0) {
        const log = path.join(os.tmpdir(), `fairway-crash-${name}.log`);
        fs.copyFileSync(path.join(place, 'portal.log'), log);
        const logs = path.join(os.tmpdir(), `fairway-crash-${name}.json`);
        fs.writeFileSync(logs, JSON.stringify(result.evidence, null, 1));
        process.stdout.write(`Output of the portal: ${log}; logs: ${logs}\n`);
      }
      if (next !== undefined) {
        process.stdout.write(
          `The time was up; go on with --seed ${seed} --from ${next} --database ${name}\n`,
        );
      }
    }
  } catch (error) {
    // What the portal said stays: it is all there is to see why it could not be tried.
    process.stderr.write(`See the logs below ${dir}\n`);
    throw error;
  }
  fs.rmSync(dir, { recursive: true, force: true });
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
