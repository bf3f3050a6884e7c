import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CampaignOptions } from './CampaignOptions';
import { CampaignResult } from './runCampaign';

/** Says what came of a campaign. Where a rule is broken, or a point was not passed, its logs are kept. */
export function tellCampaign(
  name: string,
  result: CampaignResult,
  { dir, seed, say }: Pick<CampaignOptions, 'dir' | 'seed' | 'say'>,
): { passed: number; failed: number } {
  const { died, lived, runs, lanes, violations, evidence, next } = result;
  say(
    `the portal died ${died} times; ${runs.over} runs came to their end, ${runs.effects} decisions had their effect; ${lanes.over} changes of lanes did, ${lanes.effects} times one was released to a cluster`,
  );
  violations.forEach(violation => say(JSON.stringify(violation)));
  if (violations.length > 0 || lived > 0) {
    const log = path.join(os.tmpdir(), `fairway-crash-${name}.log`);
    fs.copyFileSync(path.join(dir, 'portal.log'), log);
    const logs = path.join(os.tmpdir(), `fairway-crash-${name}.json`);
    fs.writeFileSync(logs, JSON.stringify(evidence, null, 1));
    say(`output of the portal: ${log}; logs: ${logs}`);
  }
  if (next !== undefined) {
    say(
      `the time was up; go on with --seed ${seed} --from ${next} --database ${name}`,
    );
  }
  const unfinished = next === undefined ? 0 : 1;
  return { passed: died, failed: lived + violations.length + unfinished };
}
