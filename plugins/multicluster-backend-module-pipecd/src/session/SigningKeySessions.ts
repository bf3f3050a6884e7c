import { status } from '@grpc/grpc-js';
import { SignJWT } from 'jose';
import { PipecdError } from '../wire/PipecdError';
import { SecretText } from './SecretText';
import { Session } from './Session';
import { Role, WebSessions } from './WebSessions';

/** What sessions for reading are signed for. Shown by nobody; reading is not recorded. */
const READER = 'fairway';
/** The least that may approve, cancel, skip and sync. */
const ACTING: Role = 'Editor';
/** The control plane allows no moment to be in the future, and clocks differ. */
const BACK_SECONDS = 45;
const READING_SECONDS = 300;
const ACTING_SECONDS = 60;
/** A session for reading is signed anew when it has this much left. */
const LEFT_SECONDS = 60;

/**
 * Sessions signed with the encryption key of the control plane: short, of the least role, and in the name of the person who
 * acts. Whoever holds the key can be anybody there, so it is used for nothing else.
 *
 * @internal
 */
export class SigningKeySessions implements WebSessions {
  static create(options: {
    key: SecretText;
    project: string;
    role: Role;
    /** Milliseconds since the epoch. */
    now?: () => number;
  }): SigningKeySessions {
    return new SigningKeySessions(options);
  }

  readonly mode = 'signing-key';
  readonly #key: SecretText;
  readonly #project: string;
  readonly #role: Role;
  readonly #now: () => number;
  #reading?: { session: Session; until: number; key: Buffer };

  private constructor(options: {
    key: SecretText;
    project: string;
    role: Role;
    now?: () => number;
  }) {
    this.#key = options.key;
    this.#project = options.project;
    this.#role = options.role;
    this.#now = options.now ?? Date.now;
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
      const session = await this.#sign(READER, this.#role, READING_SECONDS);
      this.#reading = { session, until: now + READING_SECONDS, key };
    }
    return this.#reading.session;
  }

  async acting(user: string): Promise<Session> {
    return await this.#sign(user, ACTING, ACTING_SECONDS);
  }

  refused(): void {
    this.#reading = undefined;
    this.#key.renew();
  }

  async #sign(user: string, role: Role, seconds: number): Promise<Session> {
    const now = Math.floor(this.#now() / 1000);
    const token = await new SignJWT({
      role: { project_id: this.#project, project_rbac_roles: [role] },
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('PipeCD')
      .setSubject(user)
      .setIssuedAt(now - BACK_SECONDS)
      .setNotBefore(now - BACK_SECONDS)
      .setExpirationTime(now + seconds)
      .sign(this.#key.bytes);
    const session = user === '' ? undefined : Session.of(token);
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
}
