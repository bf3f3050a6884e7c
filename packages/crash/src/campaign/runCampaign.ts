import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Violation } from '../check/Violation';
import { draw } from '../lib/draw';
import { Sequence } from '../lib/Sequence';
import { Crash } from '../plan/Crash';
import { VOTERS } from '../portal/crashWorld';
import { Portal } from '../portal/Portal';
import { PortalClient } from '../portal/PortalClient';
import { Inbox } from '../stream/Inbox';
import { Stream } from '../stream/Stream';
import { serveTool } from '../tool/serveTool';
import { Tool } from '../tool/Tool';
import { crashOnce } from './crashOnce';

/** What a campaign is run with. */
export interface CampaignOptions {
  /** Where the log of the portal goes. */
  dir: string;
  /** The bundled back end. */
  file: string;
  /** `backend.database` of the portal; kept over all crashes, as a real one is. */
  database: object;
  seed: number;
  crashes: Crash[];
  /** Number of the first crash to try; those before it are left out. */
  from: number;
  /** Stops when this moment has come (milliseconds since the epoch), and says where. */
  until: number;
  say(line: string): void;
}

/** {@inheritDoc runCampaign} */
export interface CampaignResult {
  /** How many crashes happened, and how many did not because nobody passed their point. */
  died: number;
  lived: number;
  /** Runs that came to their end, and decisions that had their effect at the tool. */
  runs: number;
  effects: number;
  violations: Violation[];
  /** Both logs of the runs at which something was violated. */
  evidence: unknown[];
  /** Number of the crash to go on with; absent: all were tried. */
  next?: number;
}

/** Most milliseconds that the tool takes on either side of an effect: wide enough for a crash to fall between. */
const SLOW_MS = 60;
/** One in so many decisions counts only after the portal is dead and up again, as where a queue lies between. */
const SLOWEST_MS = 4_000;
const ONE_IN = 10;
/** What is not over so long after the last crash never will be. */
const PATIENCE_MS = 120_000;
/** More runs than begin between two crashes. */
const RUNS_OF_A_CRASH = 100;

/**
 * Crashes the portal again and again over one database, while people vote, take back and refuse and scripts ask; what one crash
 * leaves may meet the next. Every run is judged by the logs of the tool and of the people when it is over, and all of them when
 * the last crash is. Ends at the first violation.
 */
export async function runCampaign(
  options: CampaignOptions,
): Promise<CampaignResult> {
  const { dir, file, database, seed, crashes, from, until, say } = options;
  const sequence = Sequence.create();
  const tool = Tool.create(sequence);
  const served = await serveTool(tool, delays(seed));
  const portal = Portal.create({
    file,
    database,
    cwd: placeFor(dir),
    cache: path.join(dir, 'compiled'),
    log: path.join(dir, 'portal.log'),
    tool: served.url,
  });
  const abort = new AbortController();
  const { signal } = abort;
  const client = PortalClient.create(portal, signal);
  const inbox = Inbox.open(client, VOTERS[0], signal);
  const result = { died: 0, lived: 0 };
  let next: number | undefined;
  let stream: Stream | undefined;
  try {
    await (
      await portal.launch()
    ).started;
    stream = Stream.start(
      { tool, client, inbox, sequence, signal },
      seed,
      from * RUNS_OF_A_CRASH,
    );
    for (let index = from; index < crashes.length; index++) {
      if (stream.violations.length > 0) {
        break;
      }
      if (Date.now() > until) {
        next = index;
        break;
      }
      const died = await crashOnce(portal, crashes[index]);
      result[died ? 'died' : 'lived'] += 1;
      const { runs, effects } = stream.totals;
      say(
        `${index} ${JSON.stringify(crashes[index])} ${
          died ? 'died' : 'LIVED'
        }; ${runs} runs over, ${effects} effects`,
      );
    }
    const patience = sleep(PATIENCE_MS, undefined, { ref: false });
    await Promise.race([stream.end(), patience]);
    abort.abort();
    await stream.end();
  } finally {
    abort.abort();
    await portal.kill();
    await served.close();
  }
  return {
    ...result,
    ...stream.totals,
    violations: stream.violations,
    evidence: stream.evidence,
    ...(next !== undefined && { next }),
  };
}

function delays(seed: number): (when: 'before' | 'after') => number {
  let calls = 0;
  return when => {
    calls += 1;
    const late =
      when === 'before' && draw(seed, calls, 'late', 1, ONE_IN) === 1;
    return draw(seed, calls, 'delay', 0, late ? SLOWEST_MS : SLOW_MS);
  };
}

/** A package of nothing: where the portal finds no schemas to read. */
function placeFor(dir: string): string {
  const place = path.join(dir, 'portal');
  fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(
    path.join(place, 'package.json'),
    JSON.stringify({ name: 'portal', version: '0.0.0', private: true }),
  );
  return place;
}
