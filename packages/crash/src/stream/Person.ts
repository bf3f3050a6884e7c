import {
  ApprovalDetails,
  ApprovalItem,
  ApprovalRequest,
  finalApprovalStates,
} from '@fairway/backstage-plugin-multicluster-common';
import { Act } from '../check/Act';
import { ClientEntry } from '../check/ClientEntry';
import { Sequence } from '../lib/Sequence';
import { Answer, PortalClient } from '../portal/PortalClient';

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

  /** Whether the portal shows an approval of this person that counts. */
  approved(request: ApprovalRequest): boolean {
    return this.#counts(request, 'approve');
  }

  async read(): Promise<ApprovalRequest> {
    const { name, id, client } = this.#options;
    const { body } = await client.ask(name, `/approvals/${id}`);
    return (body as ApprovalDetails).item.request;
  }

  /** Writes down what the portal shows. */
  async look(): Promise<void> {
    const { log, run, sequence } = this.#options;
    const request = await this.read();
    log.push({ at: sequence.next(), kind: 'seen', run, ...shownOf(request) });
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
    const { name, run, client, log, sequence } = this.#options;
    this.#asked += 1;
    const [method, path] = wayOf(act, request);
    log.push({ at: sequence.next(), kind: 'asked', run, voter: name, act });
    for (;;) {
      const answer = await client.ask(
        name,
        `/approvals/${request.id}/${path}`,
        {
          method,
          headers: {
            'content-type': 'application/json',
            'if-match': request.etag,
            'idempotency-key': `${name}-${run}-${this.#asked}`,
          },
          ...(act !== 'take-back' && {
            body: JSON.stringify({
              decision: act,
              subjectDigest: request.subjectDigest,
            }),
          }),
        },
      );
      if (codeOf(answer) !== ASK_AGAIN) {
        return answer;
      }
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
    const said = { at: sequence.next(), run, voter: name, act };
    if (answer.status >= 300) {
      log.push({ ...said, kind: 'refused', code: codeOf(answer) });
      return;
    }
    const { request } = answer.body as ApprovalItem;
    log.push(
      act === 'take-back' || this.#counts(request, act)
        ? { ...said, kind: 'accepted', subject: asked.subjectDigest }
        : { ...said, kind: 'refused', code: 'late' },
    );
  }
}

function shownOf({ state, subjectDigest, votes }: ApprovalRequest) {
  return {
    state,
    subject: subjectDigest,
    votes: votes
      .filter(({ status }) => status === 'counted')
      .map(({ voter, decision }) => ({ voter: nameOf(voter), act: decision })),
  };
}

function wayOf(act: Act, { state }: ApprovalRequest): [string, string] {
  if (act !== 'take-back') {
    return ['POST', 'votes'];
  }
  return state === 'queued' ? ['POST', 'recall'] : ['DELETE', 'votes/mine'];
}

function codeOf({ status, body }: Answer): string {
  const { error } = body as { error?: { code?: string } };
  return status < 300 ? '' : error?.code ?? String(status);
}

function nameOf(ref: string): string {
  return ref.replace(/^user:default\//, '');
}
