import { FleetWorld, FleetWorldWorkload } from '../FleetWorld';

/** What a toy system holds. */
export interface ToyObject {
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  image: string;
  labels: Record<string, string>;
  clusters: string[];
  status: string;
  /** What no source may pass on. */
  secret?: string;
  tooLarge?: boolean;
}

interface ToyEvent {
  version: number;
  object: ToyObject;
  gone: boolean;
}

/** A system of the smallest kind that a fleet can be read from. */
export class ToySystem implements FleetWorld {
  readonly objects = new Map<string, ToyObject>();
  reachable = true;
  /** Lists fail after their first page. */
  listsBroken = false;
  /** Workloads may not be read. */
  forbidden = false;
  /** How often streams were broken. */
  drops = 0;
  version = 0;
  /** Nothing before this version can be continued from. */
  oldest = 0;
  #events: ToyEvent[] = [];

  since(version: number): ToyEvent[] {
    return this.#events.filter(event => event.version > version);
  }

  async place(
    name: string,
    options: { labels?: Record<string, string> } = {},
  ): Promise<FleetWorldWorkload> {
    return this.#create(name, ['one'], options.labels);
  }

  async addUnplaced(name: string): Promise<FleetWorldWorkload> {
    return this.#create(name, []);
  }

  async changeImage({ name }: FleetWorldWorkload, image: string) {
    this.#write(name, object => ({
      ...object,
      image,
      generation: object.generation + 1,
    }));
  }

  async restamp({ name }: FleetWorldWorkload) {
    this.#write(name, object => object);
  }

  async setUnknownValue({ name }: FleetWorldWorkload) {
    this.#write(name, object => ({ ...object, status: 'NeverHeardOf' }));
  }

  async plantSecret({ name }: FleetWorldWorkload, secret: string) {
    this.#write(name, object => ({ ...object, secret }));
  }

  async oversize({ name }: FleetWorldWorkload) {
    this.#write(name, object => ({ ...object, tooLarge: true }));
  }

  async dropWatches() {
    this.drops += 1;
  }

  async breakLists() {
    this.listsBroken = true;
    return async () => {
      this.listsBroken = false;
    };
  }

  async forbidKind() {
    this.forbidden = true;
    return async () => {
      this.forbidden = false;
    };
  }

  async remove({ name }: FleetWorldWorkload) {
    const object = this.objects.get(name);
    if (object) {
      this.objects.delete(name);
      this.#record(object, true);
    }
  }

  async expireHistory() {
    this.version += 1;
    this.oldest = this.version;
    this.#events = [];
  }

  async cutOff() {
    this.reachable = false;
    return async () => {
      this.reachable = true;
    };
  }

  #create(
    name: string,
    clusters: string[],
    labels: Record<string, string> = {},
  ): FleetWorldWorkload {
    const namespace = 'demo';
    const object: ToyObject = {
      namespace,
      name,
      uid: `uid-${this.version}`,
      generation: 1,
      image: 'app:v1',
      labels,
      clusters,
      status: 'Fine',
    };
    this.objects.set(name, object);
    this.#record(object, false);
    return {
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace,
      name,
    };
  }

  #write(name: string, change: (object: ToyObject) => ToyObject): void {
    const object = this.objects.get(name);
    if (object) {
      const changed = change(object);
      this.objects.set(name, changed);
      this.#record(changed, false);
    }
  }

  #record(object: ToyObject, gone: boolean): void {
    this.version += 1;
    this.#events.push({ version: this.version, object, gone });
  }
}
