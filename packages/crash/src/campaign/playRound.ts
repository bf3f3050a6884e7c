import { setTimeout as sleep } from 'node:timers/promises';
import { finalApprovalStates } from '@fairway/backstage-plugin-multicluster-common';
import { until } from '../lib/until';
import { Crash } from '../plan/Crash';
import { NEEDED } from '../portal/crashWorld';
import { Person } from '../portal/Person';
import { Portal } from '../portal/Portal';
import { Tool } from '../tool/Tool';

/** How long people wait for what should come. */
const PATIENCE_MS = 90_000;
/** A crash at a point that nobody passes is not waited for longer than this. */
const NO_DEATH_MS = 20_000;

/** What a round is played with. */
export interface Round {
  portal: Portal;
  tool: Tool;
  people: Person[];
  /** Runs that begin, and that the people approve. */
  runs: string[];
  crash: Crash;
}

/**
 * Starts the portal with a death in store, lets people approve until it dies, starts it again without one, lets the people ask
 * again whatever was not answered, and waits until every run is over.
 *
 * @returns whether it died
 */
export async function playRound(round: Round): Promise<boolean> {
  const { portal, tool, people, runs, crash } = round;
  await portal.kill();
  for (const run of runs) {
    tool.start(run, NEEDED, Date.now());
  }
  // A portal that dies while it starts is one more crash, and no failure of the round.
  await portal
    .start(crash.kind === 'point' ? crash : undefined)
    .catch(() => {});
  const voting = voteOnce(round);
  if (crash.kind === 'time') {
    await sleep(crash.afterMs);
    await portal.kill();
  } else {
    await Promise.race([portal.gone(), sleep(NO_DEATH_MS)]);
  }
  const died = !portal.running;
  await voting;
  await portal.kill();
  await portal.start();
  await Promise.all(
    runs.flatMap(run =>
      people.map(person =>
        until(PATIENCE_MS, async () =>
          (await person.approve(run)) ? true : undefined,
        ),
      ),
    ),
  );
  await Promise.all(runs.map(run => comeToRest(people[0], run)));
  return died;
}

/** Everybody tries once, as long as the portal is there. */
async function voteOnce({ portal, people, runs }: Round): Promise<void> {
  await Promise.all(
    runs.map(async run => {
      await until(NO_DEATH_MS, async () =>
        portal.running ? people[0].find(run) : undefined,
      );
      await Promise.all(
        people.map(person => person.approve(run).catch(() => false)),
      );
    }),
  );
}

async function comeToRest(person: Person, run: string): Promise<void> {
  await until(PATIENCE_MS, async () => {
    const item = await person.find(run);
    return item && finalApprovalStates.includes(item.request.state)
      ? true
      : undefined;
  });
  await person.look(run);
}
