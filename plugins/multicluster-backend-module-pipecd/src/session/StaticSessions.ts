import { status } from '@grpc/grpc-js';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { decodeJwt } from 'jose';
import { PipecdError } from '../wire/PipecdError';
import { SecretText } from './SecretText';
import { Session } from './Session';
import { WebSessions } from './WebSessions';

/** How to sign in as the static admin of a project. @internal */
export interface StaticLogin {
  /** Address of the web pages. */
  url: string;
  project: string;
  username: string;
  password: SecretText;
}

const DEADLINE_MS = 10_000;
/** After a refusal nobody asks again for this long: a password that is wrong stays so for a while. */
const PAUSE_MS = 30_000;
/** A session is replaced when it has this much left. */
const LEFT_MS = 3_600_000;
/** What the control plane gives, where the token does not say. */
const LIFETIME_MS = 7 * 24 * 3_600_000;

/**
 * Sessions of the static admin, signed in by form and kept. One identity of role Admin, whoever acts.
 *
 * @internal
 */
export class StaticSessions implements WebSessions {
  static create(
    login: StaticLogin,
    options: { now?: () => number; fetch?: typeof fetch } = {},
  ): StaticSessions {
    return new StaticSessions(login, options);
  }

  readonly mode = 'static';
  readonly actsAsPerson = false;
  readonly username: string;
  readonly #login: StaticLogin;
  readonly #now: () => number;
  readonly #fetch: typeof fetch;
  #current?: { session: Session; until: number };
  #signingIn?: Promise<Session>;
  #failure?: { error: PipecdError; until: number };

  private constructor(
    login: StaticLogin,
    options: { now?: () => number; fetch?: typeof fetch },
  ) {
    this.#login = login;
    this.username = login.username;
    this.#now = options.now ?? Date.now;
    this.#fetch = options.fetch ?? fetch;
  }

  get secrets(): string[] {
    return [this.#login.password.text];
  }

  async reading(): Promise<Session> {
    if (this.#current && this.#current.until > this.#now()) {
      return this.#current.session;
    }
    if (this.#failure && this.#failure.until > this.#now()) {
      throw this.#failure.error;
    }
    this.#signingIn ??= this.#signIn().finally(() => {
      this.#signingIn = undefined;
    });
    return await this.#signingIn;
  }

  async acting(): Promise<Session> {
    return await this.reading();
  }

  refused(session: Session): void {
    // Another caller may have signed in again already.
    if (this.#current?.session === session) {
      this.#current = undefined;
    }
  }

  async #signIn(): Promise<Session> {
    try {
      const session = await this.#post();
      this.#failure = undefined;
      this.#current = { session, until: this.#endOf(session) - LEFT_MS };
      return session;
    } catch (error) {
      if (error instanceof PipecdError) {
        this.#failure = { error, until: this.#now() + PAUSE_MS };
      }
      throw error;
    }
  }

  /** Success and failure both redirect; only the cookie tells them apart. */
  async #post(): Promise<Session> {
    const { url, project, username, password } = this.#login;
    let answer: Response;
    try {
      answer = await this.#fetch(`${url}/auth/login/static`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          project,
          username,
          password: password.text,
        }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
    } catch {
      throw failure(status.UNAVAILABLE, 'unreachable', '');
    }
    for (const cookie of answer.headers.getSetCookie()) {
      const [, token = ''] = /^token=([^;]*)/.exec(cookie) ?? [];
      const session = Session.of(token);
      if (session) {
        return session;
      }
    }
    throw answer.status >= 500
      ? failure(status.UNAVAILABLE, 'unreachable', '')
      : failure(
          status.UNAUTHENTICATED,
          'unauthenticated',
          'the static login was refused',
        );
  }

  #endOf(session: Session): number {
    try {
      const { exp } = decodeJwt(session.secret);
      return exp === undefined ? this.#now() + LIFETIME_MS : exp * 1000;
    } catch {
      return this.#now() + LIFETIME_MS;
    }
  }
}

function failure(
  grpc: number,
  problem: ProblemCode,
  details: string,
): PipecdError {
  return PipecdError.create({
    grpc,
    problem,
    details,
    call: 'login',
    sent: false,
  });
}
