import {
  ActionResult,
  IdentityMode,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Caller,
  IdentityTemplate,
} from '@fairway/backstage-plugin-multicluster-node';
import { ProjectClient } from '../ProjectClient';
import { ProjectReader } from '../ProjectReader';
import { Acting } from './Acting';
import { actAs } from './actAs';
import { deciding } from './deciding';
import { Repetitions } from './Repetitions';

/**
 * What is the same of all that a project is asked for: as whom, with which session, and that it is asked once.
 *
 * @internal
 */
export class Asking {
  static create(options: AskingOptions): Asking {
    return new Asking(options);
  }

  readonly client: ProjectClient;
  readonly reader: ProjectReader;
  readonly #identity: IdentityTemplate;
  readonly #needsWeb: Sentence;
  readonly #repetitions = Repetitions.create();

  private constructor({ client, reader, identity, configKey }: AskingOptions) {
    this.client = client;
    this.reader = reader;
    this.#identity = identity;
    this.#needsWeb = sentence('pipecd.needsWeb', { key: `${configKey}.web` });
  }

  /** What can be said beforehand of deciding gates, which nobody does in a name that others share. */
  byPerson(): ReturnType<Asking['byWeb']> {
    const reason = this.#whyNobody();
    return {
      available: reason === undefined,
      ...(reason && { reason }),
      identityModes: deciding(this.client.sessions),
      delivery: 'worker',
    };
  }

  /** What can be said beforehand of whatever needs a web session. */
  byWeb(): {
    available: boolean;
    reason?: Sentence;
    identityModes: IdentityMode[];
    delivery: 'worker';
  } {
    const { sessions } = this.client;
    return {
      ...this.byPerson(),
      ...(sessions?.mode === 'static' && {
        available: true,
        reason: undefined,
        identityModes: ['service', 'deep-link'],
      }),
    };
  }

  #whyNobody(): Sentence | undefined {
    const { sessions } = this.client;
    if (!sessions) {
      return this.#needsWeb;
    }
    if (sessions.actsAsPerson) {
      return undefined;
    }
    return sentence(
      sessions.mode === 'static'
        ? 'pipecd.sharedReads'
        : 'pipecd.needsImpersonation',
    );
  }

  /** As whom PipeCD would see a person; undefined: as nobody, by the configuration of the project. */
  nameOf(caller: Caller): string | undefined {
    const as = actAs(this.client, caller, this.#identity, this.#needsWeb);
    return 'acting' in as ? as.acting.user : undefined;
  }

  /**
   * Asks as the person, or says why that cannot be.
   *
   * @param parts - what is asked for; two requests of a person for the same are one
   */
  async asPerson(
    request: { caller: Caller; signal: AbortSignal },
    parts: readonly string[],
    ask: (acting: Acting & { user: string }) => Promise<ActionResult>,
  ): Promise<ActionResult> {
    const { caller } = request;
    const as = actAs(this.client, caller, this.#identity, this.#needsWeb);
    return 'refusal' in as
      ? as.refusal
      : await this.once(request, parts, as.acting, () => ask(as.acting));
  }

  /** Asks once for the same parts as the same user. */
  async once(
    { signal }: { signal: AbortSignal },
    parts: readonly string[],
    { user = '' }: Acting,
    ask: () => Promise<ActionResult>,
  ): Promise<ActionResult> {
    return await this.#repetitions.once([...parts, user], signal, ask);
  }
}

interface AskingOptions {
  client: ProjectClient;
  reader: ProjectReader;
  identity: IdentityTemplate;
  /** Where the project is configured, for sentences that say what is missing. */
  configKey: string;
}
