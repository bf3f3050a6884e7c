import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CampaignOptions } from './campaign/CampaignOptions';
import { runCampaign } from './campaign/runCampaign';
import { tellCampaign } from './campaign/tellCampaign';
import { planCrashes } from './plan/planCrashes';
import { bundleChild } from './portal/bundleChild';
import { setupsOf } from './portal/setupsOf';

const MINUTE_MS = 60_000;

/** Crashes the back end on each database; ends with 1 when anything was lost, came twice, could not be tried, or took too long. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', multiple: true },
      points: { type: 'string', default: '1' },
      random: { type: 'string', default: '30' },
      // Where a dead one is replaced late, each takes longer.
      shared: { type: 'string', default: '4' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      minutes: { type: 'string', default: '20' },
    },
  });
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-crash-'));
  const seed = Number(values.seed);
  const setups = setupsOf(dir, process.env.FAIRWAY_CRASH_POSTGRES);
  const common = {
    seed,
    from: Number(values.from),
    until: Date.now() + Number(values.minutes) * MINUTE_MS,
  };
  const totals = { passed: 0, failed: 0 };
  try {
    const file = await bundleChild();
    for (const name of values.database ?? Object.keys(setups)) {
      const { passed, failed } = await campaign(name, {
        ...common,
        ...setups[name],
        crashes: planCrashes({
          seed,
          eachPoint: Number(values.points),
          random: Number(
            setups[name].replicas > 1 ? values.shared : values.random,
          ),
        }),
        file,
        dir: path.join(dir, name),
      });
      totals.passed += passed;
      totals.failed += failed;
    }
  } catch (error) {
    // What the portal said stays: it is all there is to see why it could not be tried.
    process.stderr.write(`See the logs below ${dir}\n`);
    throw error;
  }
  fs.rmSync(dir, { recursive: true, force: true });
  const { passed, failed } = totals;
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function campaign(name: string, options: Omit<CampaignOptions, 'say'>) {
  fs.mkdirSync(options.dir);
  const result = await runCampaign({
    ...options,
    say: line => say(`${name} ${line}`),
  });
  return tellCampaign(name, result, {
    ...options,
    say: line => say(`${name}: ${line}`),
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
