import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CampaignOptions } from './CampaignOptions';
import { kindsInVain } from './kindsInVain';
import { CampaignResult } from './runCampaign';

/** Says what came of a campaign. Where a rule is broken, a point was not passed, or nothing had an effect, its logs are kept. */
export function tellCampaign(
  name: string,
  result: CampaignResult,
  options: Pick<CampaignOptions, 'dir' | 'seed' | 'say' | 'crashes' | 'from'>,
): { passed: number; failed: number } {
  const { dir, seed, say } = options;
  const vain = kindsInVain(result, options);
  const {
    died,
    lived,
    runs,
    lanes,
    stops,
    turns,
    entries,
    violations,
    evidence,
    next,
  } = result;
  say(
    `the portal died ${died} times; ${runs.over} runs came to their end, ${runs.effects} decisions had their effect; ${lanes.over} changes of lanes did, ${lanes.effects} times one was released to a cluster; the line was stopped ${stops} times, lanes were armed and disarmed ${turns} times; the trail has ${entries} entries`,
  );
  violations.forEach(violation => say(JSON.stringify(violation)));
  vain.forEach(kind => say(`no decision about ${kind} had an effect`));
  if (violations.length + lived + vain.length > 0) {
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
  return {
    passed: died,
    failed: lived + violations.length + vain.length + unfinished,
  };
}
