import { finalApprovalStates } from '@fairway/backstage-plugin-multicluster-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientEntry } from '../check/ClientEntry';
import { Sequence } from '../lib/Sequence';
import { Story } from '../plan/Story';
import { PortalClient } from '../portal/PortalClient';
import { Inbox } from './Inbox';
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

/**
 * One story from its beginning to its end, whatever dies meanwhile: people do what the story says, and approve from then on until
 * the portal says that it is over.
 *
 * @param log - what people wrote; kept by the caller, who judges it even when the story never ends
 */
export async function playStory(
  story: Story,
  play: Pick<Play, 'aside'>,
  stage: Stage,
  log: ClientEntry[],
): Promise<void> {
  const { client, inbox, signal, sequence } = stage;
  const { run } = story;
  const id = await idOf(run, inbox, signal);
  await Promise.all(
    story.parts.map(async ({ voter, acts }) => {
      const person = Person.create({
        name: voter,
        run,
        id,
        client,
        sequence,
        log,
      });
      for (const { act, afterMs } of acts) {
        await sleep(afterMs);
        await person.act(act);
      }
      await insist(person, run, inbox, signal);
    }),
  );
  await play.aside;
  const [{ voter: name }] = story.parts;
  await Person.create({ name, run, id, client, sequence, log }).look();
}

async function idOf(
  run: string,
  inbox: Inbox,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const request = inbox.of(run);
    if (request) {
      return request.id;
    }
    await inbox.readAgain();
  }
}

/**
 * Approves whenever it is open and this person's approval does not count, until it is over. What they see before they do goes into
 * the log: one that counted already must not be gone.
 */
async function insist(
  person: Person,
  run: string,
  inbox: Inbox,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const request = inbox.of(run) ?? (await person.read());
    if (finalApprovalStates.includes(request.state)) {
      return;
    }
    if (request.state === 'pending' && !person.approved(request)) {
      await person.act('approve');
    }
    await inbox.readAgain();
  }
}
