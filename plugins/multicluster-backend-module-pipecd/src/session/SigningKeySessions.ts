import { status } from '@grpc/grpc-js';
import { SignJWT } from 'jose';
import { PipecdActAs } from '../PipecdActAs';
import { PipecdError } from '../wire/PipecdError';
import { SecretText } from './SecretText';
import { Session } from './Session';
import { Role, WebSessions } from './WebSessions';

/** What sessions for reading are signed for. Shown by nobody; reading is not recorded. */
const READER = 'fairway';
/** The control plane allows no moment to be in the future, and clocks differ. */
const BACK_SECONDS = 45;
const READING_SECONDS = 300;
/** A session for reading is signed anew when it has this much left. */
const LEFT_SECONDS = 60;

/**
 * Sessions signed with the encryption key of the control plane: for reading, short and of the least role. Whoever holds the key
 * can be anybody there; sessions in the name of people are made only by what is installed for that, see PipecdActAs.
 *
 * @internal
 */
export class SigningKeySessions implements WebSessions {
  static create(options: {
    key: SecretText;
    project: string;
    role: Role;
    actAs?: PipecdActAs;
    /** Milliseconds since the epoch. */
    now?: () => number;
  }): SigningKeySessions {
    return new SigningKeySessions(options);
  }

  readonly mode = 'signing-key';
  readonly #key: SecretText;
  readonly #project: string;
  readonly #role: Role;
  readonly #actAs?: PipecdActAs;
  readonly #now: () => number;
  #reading?: { session: Session; until: number; key: Buffer };

  private constructor(options: {
    key: SecretText;
    project: string;
    role: Role;
    actAs?: PipecdActAs;
    now?: () => number;
  }) {
    this.#key = options.key;
    this.#project = options.project;
    this.#role = options.role;
    this.#actAs = options.actAs;
    this.#now = options.now ?? Date.now;
  }

  get actsAsPerson(): boolean {
    return this.#actAs !== undefined;
  }

  get secrets(): string[] {
    return [this.#key.text];
  }

  async reading(): Promise<Session> {
    const now = this.#now() / 1000;
    const key = this.#key.bytes;
    if (
      !this.#reading ||
      this.#reading.until - LEFT_SECONDS < now ||
      !this.#reading.key.equals(key)
    ) {
      const session = sessionOf(await this.#signReader());
      this.#reading = { session, until: now + READING_SECONDS, key };
    }
    return this.#reading.session;
  }

  async acting(user: string): Promise<Session> {
    const token =
      user === ''
        ? ''
        : await this.#actAs?.sign({
            key: this.#key.bytes,
            project: this.#project,
            user,
            now: this.#now(),
          });
    return sessionOf(token ?? '');
  }

  refused(): void {
    this.#reading = undefined;
    this.#key.renew();
  }

  async #signReader(): Promise<string> {
    const now = Math.floor(this.#now() / 1000);
    return await new SignJWT({
      role: { project_id: this.#project, project_rbac_roles: [this.#role] },
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('PipeCD')
      .setSubject(READER)
      .setIssuedAt(now - BACK_SECONDS)
      .setNotBefore(now - BACK_SECONDS)
      .setExpirationTime(now + READING_SECONDS)
      .sign(this.#key.bytes);
  }
}

function sessionOf(token: string): Session {
  const session = Session.of(token);
  if (!session) {
    throw PipecdError.create({
      grpc: status.UNAUTHENTICATED,
      problem: 'unauthenticated',
      details: 'no session could be signed',
      call: 'sign',
      sent: false,
    });
  }
  return session;
}
