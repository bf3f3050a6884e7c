import path from 'node:path';
import { checkLogs, Violation } from '../check/checkLogs';
import { ClientEntry } from '../check/ClientEntry';
import { draw } from '../lib/draw';
import { root } from '../lib/root';
import { Crash } from '../plan/Crash';
import { NEEDED, VOTERS } from '../portal/crashWorld';
import { Person } from '../portal/Person';
import { Portal } from '../portal/Portal';
import { serveTool } from '../tool/serveTool';
import { Tool } from '../tool/Tool';
import { playRound } from './playRound';

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
  /** How many crashes were tried, and how many of them happened; a point that a round does not pass kills nobody. */
  tried: number;
  died: number;
  /** Approvals that had their effect. */
  effects: number;
  violations: Violation[];
  /** Number of the crash to go on with; absent: all were tried. */
  next?: number;
}

/** Most milliseconds that the tool takes on either side of an effect: wide enough for a crash to fall between. */
const SLOWEST_MS = 60;
/** Runs that people approve at once, around each crash. */
const RUNS = 3;

/**
 * Crashes the portal again and again while people approve, over one database, lets it come to rest after each crash, and judges
 * by the logs of the tool and of the people. Ends at the first violation: what came after would only be its echo.
 */
export async function runCampaign(
  options: CampaignOptions,
): Promise<CampaignResult> {
  const { dir, file, database, seed, crashes, from, until, say } = options;
  const tool = Tool.create();
  let calls = 0;
  const served = await serveTool(tool, () =>
    draw(seed, (calls += 1), 'delay', 0, SLOWEST_MS),
  );
  const portal = Portal.create({
    file,
    database,
    cwd: root,
    log: path.join(dir, 'portal.log'),
    tool: served.url,
  });
  const log: ClientEntry[] = [];
  const people = VOTERS.map(name => Person.create({ name, portal, log }));
  const result: CampaignResult = {
    tried: 0,
    died: 0,
    effects: 0,
    violations: [],
  };
  try {
    for (let index = from; index < crashes.length; index++) {
      if (Date.now() > until) {
        result.next = index;
        break;
      }
      const crash = crashes[index];
      const runs = Array.from({ length: RUNS }, (_, n) => `${index}-${n}`);
      const died = await playRound({ portal, tool, people, runs, crash });
      result.tried += 1;
      result.died += died ? 1 : 0;
      result.effects = tool.log.length;
      const ofRound = ({ run }: { run: string }) => runs.includes(run);
      result.violations = checkLogs(
        tool.log.filter(ofRound),
        log.filter(ofRound),
        NEEDED,
      );
      say(
        `${index} ${JSON.stringify(crash)} ${died ? 'died' : 'lived'}, ${
          result.effects
        } effects${
          result.violations.length > 0
            ? ` VIOLATED ${JSON.stringify(result.violations)}`
            : ''
        }`,
      );
      if (result.violations.length > 0) {
        break;
      }
    }
  } finally {
    await portal.kill();
    await served.close();
  }
  return result;
}
