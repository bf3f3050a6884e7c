import { finalApprovalStates } from '@fairway/backstage-plugin-multicluster-common';
import { Inbox } from './Inbox';
import { Person } from './Person';

/** What halts for no fault of its own: a release that waits for a person between two clusters, and what the portal died of too often. */
const GOES_ON: readonly (string | undefined)[] = [
  'lane.halted.person',
  'approval.halted.notSent',
];

interface Options {
  /** Of the request. */
  id: string;
  inbox: Inbox;
  signal: AbortSignal;
  /** It may halt for another reason than that a person is waited for; else nobody helps it on, and it never ends. */
  halts?: boolean;
}

/**
 * Approves whenever it is open and this person's approval does not count, and says how it goes on when it halts, until it is over.
 * What they see before they do goes into the log: one that counted already must not be gone.
 */
export async function insist(
  person: Person,
  { id, inbox, signal, halts }: Options,
): Promise<void> {
  let isTried = false;
  for (;;) {
    signal.throwIfAborted();
    const request = inbox.find(id) ?? (await person.read());
    const { state, halted } = request;
    if (finalApprovalStates.includes(state)) {
      return;
    }
    if (state === 'pending' && !person.approved(request)) {
      await person.act('approve');
    }
    if (state === 'halted' && GOES_ON.includes(halted?.sentence.code)) {
      await person.resolve('continue');
    } else if (state === 'halted' && halts) {
      await person.resolve(isTried ? 'abandon' : 'continue');
      isTried = true;
    }
    await inbox.readAgain();
  }
}
