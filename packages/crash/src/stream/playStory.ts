import { setTimeout as sleep } from 'node:timers/promises';
import { ClientEntry } from '../check/ClientEntry';
import { Sequence } from '../lib/Sequence';
import { Story } from '../plan/Story';
import { PortalClient } from '../portal/PortalClient';
import { aboutOf } from './aboutOf';
import { Inbox } from './Inbox';
import { insist } from './insist';
import { Person } from './Person';
import { Play } from './Scene';

/** What a story is played with. */
export interface Stage {
  client: PortalClient;
  inbox: Inbox;
  sequence: Sequence;
  /** When everything has to be over. */
  signal: AbortSignal;
}

type Part = Story['parts'][number];

/**
 * One story from its beginning to its end, whatever dies meanwhile: people do what the story says, and approve from then on until
 * the portal says that it is over; where something else took its place by then, that as well.
 *
 * @param log - what people wrote; kept by the caller, who judges it even when the story never ends
 */
export async function playStory(
  story: Story,
  play: Omit<Play, 'leave'>,
  stage: Stage,
  log: ClientEntry[],
): Promise<void> {
  const { inbox, signal } = stage;
  const { run, parts } = story;
  const follow = async (id: string, people: Part[]) =>
    followRequest(id, people, { run, stage, log, halts: play.isAgain });
  const first = await idOf(run, play.last, stage);
  const after = play.asked?.();
  // Waited for once the first is over, which never is where people gave up.
  after?.catch(() => undefined);
  let about = await follow(first, parts);
  await Promise.all([play.aside, after]);
  while (about !== play.last && !play.isThere?.()) {
    signal.throwIfAborted();
    const next = inbox.of(play.last);
    if (next) {
      const idle = parts.map(({ voter }) => ({ voter, acts: [] }));
      about = await follow(next.id, idle);
    } else {
      await inbox.readAgain();
    }
  }
}

/** @returns what the request was about when it was over */
async function followRequest(
  id: string,
  parts: Part[],
  options: { run: string; stage: Stage; log: ClientEntry[]; halts?: boolean },
): Promise<string> {
  const { run, stage, log, halts } = options;
  const { client, sequence, inbox, signal } = stage;
  const [person] = await Promise.all(
    parts.map(async ({ voter: name, acts }) => {
      const one = Person.create({ name, run, id, client, sequence, log });
      for (const { act, afterMs } of acts) {
        await sleep(afterMs);
        await one.act(act);
      }
      await insist(one, { id, inbox, signal, ...(halts && { halts }) });
      return one;
    }),
  );
  return aboutOf(await person.look());
}

/** What is rendered once more before anybody was asked about it is asked about as what came last. */
async function idOf(
  run: string,
  last: string,
  { inbox, signal }: Stage,
): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const request = inbox.of(run) ?? inbox.of(last);
    if (request) {
      return request.id;
    }
    await inbox.readAgain();
  }
}
