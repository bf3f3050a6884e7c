import {
  ApprovalDetails,
  ApprovalItem,
  ApprovalRequest,
  finalApprovalStates,
} from '@fairway/backstage-plugin-multicluster-common';
import { Act } from '../check/Act';
import { ClientEntry, Resolution } from '../check/ClientEntry';
import { Sequence } from '../lib/Sequence';
import { Answer, PortalClient } from '../portal/PortalClient';
import { aboutOf } from './aboutOf';
import { Ask, askOf } from './askOf';
import { nameOf } from './nameOf';
import { readTrail } from './readTrail';
import { shownOf } from './shownOf';

interface Options {
  name: string;
  run: string;
  /** Of the request for approval. */
  id: string;
  client: Pick<PortalClient, 'ask'>;
  sequence: Sequence;
  log: ClientEntry[];
}

/** The portal says that what was looked at is another by now: the person looks again, and means the same. */
const LOOK_AGAIN = ['STALE_VERSION', 'SUBJECT_CHANGED'];
/** The first attempt is still under way. */
const ASK_AGAIN = 'IDEMPOTENCY_PENDING';

/** Somebody at one run. What they asked for and what they were told goes into the log that the checker reads. */
export class Person {
  readonly #options: Options;
  #asked = 0;

  static create(options: Options): Person {
    return new Person(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Does one thing, until the portal has said what becomes of it. Nothing, once it is over. */
  async act(act: Act): Promise<void> {
    for (;;) {
      const request = await this.read();
      this.#noteShown(request);
      if (
        finalApprovalStates.includes(request.state) ||
        // Of who has no vote it would be the owner's recall, which takes everybody's.
        (act === 'take-back' && !this.#counts(request))
      ) {
        return;
      }
      const answer = await this.#ask(act, request);
      if (!LOOK_AGAIN.includes(codeOf(answer))) {
        this.#note(act, request, answer);
        return;
      }
    }
  }

  /** Says how what halted goes on. Nothing, where it has not halted by now or goes on already. */
  async resolve(how: Resolution): Promise<void> {
    const { log, run, name, sequence } = this.#options;
    const request = await this.read();
    if (request.state !== 'halted' || !request.halted?.may.includes(how)) {
      return;
    }
    const about = aboutOf(request);
    const said = () => ({ at: sequence.next(), run, about, voter: name, how });
    log.push({ ...said(), kind: 'resolving' });
    const reason = 'It was looked at';
    const answer = await this.#send(request, {
      method: 'POST',
      path: 'resolve',
      body: { action: how, reason },
    });
    if (answer.status < 300) {
      log.push({ ...said(), kind: 'resolved' });
    }
  }

  /** Whether the portal shows an approval of this person that counts. */
  approved(request: ApprovalRequest): boolean {
    return this.#counts(request, 'approve');
  }

  async read(): Promise<ApprovalRequest> {
    const { name, id, client } = this.#options;
    const { body } = await client.ask(name, `/approvals/${id}`);
    return (body as ApprovalDetails).item.request;
  }

  /** Writes down what the portal shows, and what its trail says. */
  async look(): Promise<ApprovalRequest> {
    const { log, run, sequence, name, id, client } = this.#options;
    const request = await this.read();
    log.push({ at: sequence.next(), kind: 'seen', run, ...shownOf(request) });
    const written = await readTrail(id, path => client.ask(name, path));
    log.push({ at: sequence.next(), kind: 'trail', run, request: id, written });
    return request;
  }

  /** A vote of this person that is gone would be cast again below, and nobody would know. */
  #noteShown(request: ApprovalRequest): void {
    const { log, run, name, sequence } = this.#options;
    log.push({
      at: sequence.next(),
      kind: 'shown',
      run,
      voter: name,
      ...shownOf(request),
    });
  }

  /** With one key until there is an answer, as a browser does: a repetition is recognised by it. */
  async #ask(act: Act, request: ApprovalRequest): Promise<Answer> {
    const { name, run, log, sequence } = this.#options;
    const about = aboutOf(request);
    const at = sequence.next();
    log.push({ at, kind: 'asked', run, about, voter: name, act });
    return this.#send(request, askOf(act, request));
  }

  async #send(
    { id, etag }: ApprovalRequest,
    { method, path, body }: Ask,
  ): Promise<Answer> {
    const { name, client } = this.#options;
    this.#asked += 1;
    for (;;) {
      const answer = await client.ask(name, `/approvals/${id}/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'if-match': etag,
          'idempotency-key': `${name}-${id}-${this.#asked}`,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (codeOf(answer) !== ASK_AGAIN) {
        return answer;
      }
    }
  }

  /** Whether the portal shows what this person asked for. */
  #has(act: Act, request: ApprovalRequest): boolean {
    switch (act) {
      case 'take-back':
        return true;
      case 'break-glass':
        return nameOf(request.breakGlass?.by ?? '') === this.#options.name;
      default:
        return this.#counts(request, act);
    }
  }

  /** Whether the portal shows a vote of this person that counts. */
  #counts({ votes }: ApprovalRequest, vote?: Act): boolean {
    return votes.some(
      ({ voter, status, decision }) =>
        nameOf(voter) === this.#options.name &&
        status === 'counted' &&
        (vote === undefined || decision === vote),
    );
  }

  #note(act: Act, asked: ApprovalRequest, answer: Answer): void {
    const { name, run, log, sequence } = this.#options;
    const about = aboutOf(asked);
    const said = { at: sequence.next(), run, about, voter: name, act };
    if (answer.status >= 300) {
      log.push({ ...said, kind: 'refused', code: codeOf(answer) });
      return;
    }
    const { request } = answer.body as ApprovalItem;
    const isPastRules = asked.breakGlass ?? request.breakGlass;
    if (act === 'take-back' && isPastRules && this.#counts(request)) {
      // What was decided past the rules rests on no vote, and none goes with it.
      log.push({ ...said, act, kind: 'recalled' });
      return;
    }
    log.push(
      this.#has(act, request)
        ? {
            ...said,
            kind: 'accepted',
            subject: asked.subjectDigest,
            request: asked.id,
          }
        : { ...said, kind: 'refused', code: 'late' },
    );
  }
}

function codeOf({ status, body }: Answer): string {
  const { error } = body as { error?: { code?: string } };
  return status < 300 ? '' : error?.code ?? String(status);
}
