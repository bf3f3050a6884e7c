import { TrailAction } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { unavailable } from '../../util/codedErrors';
import { votersOf } from '../delivery/votersOf';
import { RequestRecord } from '../model/RequestRecord';
import { GivenPolicy } from '../observe/RequestRules';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';
import { RequestChange } from '../store/RequestChange';
import { EngineAnswer, PersonCommand, RequestSnapshot } from './ApprovalEngine';
import { ApprovalError } from './ApprovalError';
import { Directory, DirectoryFacts } from './directory/DirectoryFacts';
import { PersonGrounds } from './PersonGrounds';
import { PolicyBook } from './PolicyBook';
import { refuse } from './refuse';
import { SourceSight } from './SourceSight';

interface Options {
  store: ApprovalStore;
  directory: Directory;
  /** Absent: policies do not change. */
  policies?: PolicyBook;
  /** Absent: every source can be read. */
  sight?: SourceSight;
}

/** What holds by now around a request. */
export interface Known {
  /** The policy; absent: policies do not change. */
  policy?: GivenPolicy;
  /** True: nobody can tell what would be decided about. */
  unreadable: boolean;
}

/** What an act did to the request that it was given. */
export interface Acted {
  applied: boolean;
}

type Answer = Omit<EngineAnswer, 'replayed'>;

type Work = (
  change: RequestChange,
  facts: DirectoryFacts,
  known: Known,
) => Acted;

/** What a person asks of a request; one that is refused stands in the trail as this and how. */
type PersonAct =
  | 'vote'
  | 'withdraw'
  | 'recall'
  | 'break-glass'
  | 'review'
  | 'resolve';

const TRIES = 5;

/**
 * Everything that people do comes through here: the catalog is read before the transaction, a repetition is answered as the first
 * was, and whoever is refused as a person, or decided about what it is not any more, stands in the trail.
 */
export class PersonDesk {
  static create(options: Options): PersonDesk {
    return new PersonDesk(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  async act(
    command: PersonCommand,
    action: PersonAct,
    work: Work,
  ): Promise<EngineAnswer> {
    if (!command.by.userEntityRef) {
      throw refuse('NOT_A_USER');
    }
    try {
      return await this.#tried(command, work);
    } catch (error) {
      const noted = error instanceof ApprovalError && suffixOf(error);
      if (noted) {
        await this.#noteRefusal(command, `${action}.${noted}`, error);
      }
      throw error;
    }
  }

  /** Reads what the catalog says of a request's people, and of who asks. */
  async facts(
    snapshot: Pick<RequestSnapshot, 'request' | 'votes'>,
    by: string | undefined,
  ): Promise<DirectoryFacts> {
    const entities = snapshot.request.entities.filter(
      ({ confirmed }) => confirmed,
    );
    try {
      return await this.#options.directory.read({
        users: [...(by ? [by] : []), ...votersOf(snapshot)],
        entityRefs: entities.map(({ entityRef }) => entityRef),
      });
    } catch {
      throw noCatalog();
    }
  }

  /** @param facts - what the catalog said of the people and entities of the request */
  async known(
    { request }: Pick<RequestSnapshot, 'request'>,
    facts: DirectoryFacts,
  ): Promise<Known> {
    const { sight } = this.#options;
    const [unreadable, policy] = await Promise.all([
      sight?.unreadable(),
      this.#policyOf(request, facts),
    ]);
    return {
      ...(policy && { policy }),
      unreadable: unreadable?.has(request.source) ?? false,
    };
  }

  /** Reads what an act is judged by. */
  async grounds(
    id: string,
    { userEntityRef }: PersonCommand['by'],
  ): Promise<PersonGrounds> {
    const before = await this.#options.store.snapshot(id);
    const facts = await this.facts(before, userEntityRef);
    return { facts, known: await this.known(before, facts) };
  }

  async #policyOf(
    request: RequestRecord,
    facts: DirectoryFacts,
  ): Promise<GivenPolicy | undefined> {
    try {
      return await this.#options.policies?.of(request, facts);
    } catch {
      throw noCatalog();
    }
  }

  async #tried(command: PersonCommand, work: Work): Promise<EngineAnswer> {
    for (let attempt = 1; ; attempt++) {
      const { facts, known } = await ((attempt === 1 && command.grounds) ||
        this.grounds(command.id, command.by));
      const answer = await this.#options.store.transaction(trx =>
        this.#answer(trx, command, facts, change => work(change, facts, known)),
      );
      if (answer) {
        return answer;
      }
      if (attempt >= TRIES) {
        throw refuse('STALE_VERSION');
      }
    }
  }

  /** Undefined: somebody voted meanwhile of whom the catalog was not asked. */
  async #answer(
    trx: Knex.Transaction,
    command: PersonCommand,
    facts: DirectoryFacts,
    work: (change: RequestChange) => Acted,
  ): Promise<EngineAnswer | undefined> {
    const { store } = this.#options;
    const { id, by, idempotency } = command;
    const known =
      idempotency &&
      (await idempotencyBook.claim(trx, {
        ...idempotency,
        caller: by.userEntityRef ?? '',
        now: store.clock(trx),
      }));
    if (known !== undefined) {
      return { ...JSON.parse(known), replayed: true };
    }
    const outcome = await store.changeIn(
      trx,
      id,
      change => {
        const unknown = votersOf(change.snapshot()).some(
          voter => facts.person(voter) === undefined,
        );
        return unknown ? undefined : { change, ...work(change) };
      },
      done => this.#remember(trx, command, done && answerOf(done)),
    );
    return outcome && { ...answerOf(outcome), replayed: false };
  }

  /** What a repetition is told; without an answer the key is free again. */
  async #remember(
    trx: Knex.Transaction,
    { by, idempotency }: PersonCommand,
    answer: Answer | undefined,
  ): Promise<void> {
    if (!idempotency) {
      return;
    }
    const { key } = idempotency;
    const caller = by.userEntityRef ?? '';
    if (answer) {
      const body = JSON.stringify(answer);
      await idempotencyBook.store(trx, { caller, key, body });
    } else {
      await trx('approval_idempotency').where({ caller, key }).delete();
    }
  }

  async #noteRefusal(
    { id, by, evidence }: PersonCommand,
    action: TrailAction,
    error: ApprovalError,
  ): Promise<void> {
    await this.#options.store.change(id, change => {
      change.note({
        actor: by.userEntityRef ?? 'unknown',
        action,
        payload: {
          code: error.code,
          ...(by.actsFor && { actsFor: by.actsFor }),
          ...(evidence && { evidence }),
        },
      });
    });
  }
}

/** As it is written: the version of the request has grown by then. */
function answerOf({
  change,
  applied,
}: Acted & { change: RequestChange }): Answer {
  return { snapshot: change.snapshot(), applied };
}

/** How the trail names what was not taken; undefined: it is not kept. */
function suffixOf({
  statusCode,
  code,
}: ApprovalError): 'stale' | 'refused' | undefined {
  if (code === 'STALE_VERSION' || code === 'SUBJECT_CHANGED') {
    return 'stale';
  }
  return statusCode === 403 ? 'refused' : undefined;
}

function noCatalog() {
  return unavailable(
    'catalog-unavailable',
    'The catalog cannot be read now, so nobody knows who may decide',
  );
}
