import { randomUUID } from 'node:crypto';
import { StatusError } from '../apiserver/StatusError';
import { Target } from '../apiserver/http/Target';
import { Fault, FaultAction } from './Fault';
import { faultStatus } from './faultStatus';

/** A request as a fault sees it. */
export interface Struck {
  server: string;
  target: Pick<Target, 'verb' | 'type' | 'namespace' | 'name' | 'subresource'>;
  user?: string;
}

interface Planned {
  fault: Fault;
  skip: number;
  left: number;
}

/** The faults that are on, shared by all servers of a world. Made to be changed while they run. */
export class FaultPlan {
  readonly #planned = new Map<string, Planned>();
  readonly #listeners = new Set<(fault: Fault) => void>();

  private constructor() {}

  static create(): FaultPlan {
    return new FaultPlan();
  }

  /** Returns the id under which it can be removed. */
  add(fault: Omit<Fault, 'id'> & { id?: string }): string {
    const id = fault.id ?? randomUUID();
    const planned = {
      fault: { ...fault, id },
      skip: fault.skip ?? 0,
      left: fault.times ?? Number.POSITIVE_INFINITY,
    };
    this.#planned.set(id, planned);
    [...this.#listeners].forEach(listener => listener(planned.fault));
    if (fault.only === 'open') {
      this.#planned.delete(id);
    }
    return id;
  }

  remove(id: string): boolean {
    return this.#planned.delete(id);
  }

  clear(): void {
    this.#planned.clear();
  }

  list(): Fault[] {
    return [...this.#planned.values()].map(({ fault }) => fault);
  }

  has(id: string): boolean {
    return this.#planned.has(id);
  }

  /** Called with each new fault: open watches are struck by faults that come later. */
  onAdded(listener: (fault: Fault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The actions that strike this request before it is looked at. Each call counts. */
  strike(struck: Struck): FaultAction[] {
    return this.#take(
      struck,
      fault => fault.page === undefined && fault.action.type !== 'watch',
    ).map(fault => fault.action);
  }

  /** The watch faults that strike a watch as it opens. Each call counts. */
  strikeWatch(struck: Struck): Fault[] {
    return this.#take(struck, fault => fault.action.type === 'watch');
  }

  /** Whether this fault strikes an open watch. Each yes counts. */
  strikesOpen(fault: Fault, struck: Struck): boolean {
    return (
      fault.action.type === 'watch' &&
      this.#take(struck, candidate => candidate.id === fault.id).length > 0
    );
  }

  /** The actions that strike this page of a list. Throws those that are a Status. */
  checkPage(server: string, target: Struck['target'], page: number): void {
    const faults = this.#take({ server, target }, fault => fault.page === page);
    for (const { action } of faults) {
      if (action.type === 'status') {
        throw faultStatus(action);
      }
      throw new StatusError(
        500,
        'InternalError',
        'page faults can only be of type status',
      );
    }
  }

  #matches(fault: Fault, struck: Struck): boolean {
    const { target } = struck;
    const asked: Array<[unknown, unknown]> = [
      [fault.server, struck.server],
      [fault.verb, target.verb],
      [fault.group, target.type.group],
      [fault.resource, target.type.resource],
      [fault.namespace, target.namespace],
      [fault.name, target.name],
      [fault.subresource, target.subresource],
      [fault.user, struck.user],
    ];
    return asked.every(([want, is]) => want === undefined || want === is);
  }

  #take(struck: Struck, wanted: (fault: Fault) => boolean): Fault[] {
    const taken: Fault[] = [];
    for (const planned of this.#planned.values()) {
      const { fault } = planned;
      if (!wanted(fault) || !this.#matches(fault, struck)) {
        continue;
      }
      if (planned.skip > 0) {
        planned.skip -= 1;
        continue;
      }
      planned.left -= 1;
      taken.push(fault);
      if (planned.left <= 0) {
        this.#planned.delete(fault.id);
      }
    }
    return taken;
  }
}
