import type { MemberCluster } from '../member/MemberCluster';

/** A cluster that stands alone: no control plane federates it. */
export class PlainCluster {
  readonly name: string;
  readonly member: MemberCluster;
  #reachable = true;
  #listener: (reachable: boolean) => void = () => {};

  static create(name: string, member: MemberCluster): PlainCluster {
    return new PlainCluster(name, member);
  }

  private constructor(name: string, member: MemberCluster) {
    this.name = name;
    this.member = member;
  }

  /** Whether its API server can be reached; what runs in it goes on either way. */
  get reachable(): boolean {
    return this.#reachable;
  }

  set reachable(reachable: boolean) {
    this.#reachable = reachable;
    this.#listener(reachable);
  }

  /** Whoever serves it is told. */
  onReachable(listener: (reachable: boolean) => void): void {
    this.#listener = listener;
    listener(this.#reachable);
  }
}
