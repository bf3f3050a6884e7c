import { IncomingHttpHeaders } from 'node:http';
import { failures } from '../failures';
import { UserInfo } from './UserInfo';

/** Bearer tokens and whose they are. Tokens can be added and withdrawn while the server runs. */
export class Authenticator {
  readonly #users: Map<string, UserInfo>;

  private constructor(users: Map<string, UserInfo>) {
    this.#users = users;
  }

  static create(tokens: Record<string, UserInfo>): Authenticator {
    return new Authenticator(new Map(Object.entries(tokens)));
  }

  set(token: string, user: UserInfo): void {
    this.#users.set(token, user);
  }

  revoke(token: string): void {
    this.#users.delete(token);
  }

  /** Throws 401: this server knows no anonymous requests. */
  authenticate(headers: IncomingHttpHeaders): UserInfo {
    const match = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '');
    const user = match && this.#users.get(match[1]);
    if (!user) {
      throw failures.unauthorized();
    }
    const groups = new Set([...user.groups, 'system:authenticated']);
    return { ...user, groups: [...groups] };
  }
}
