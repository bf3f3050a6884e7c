import { Directory, DirectoryFacts } from '../engine/directory/DirectoryFacts';

/** A catalog as small as can be: people with their groups, and the groups that own everything. */
export class FakeDirectory implements Directory {
  readonly people = new Map<string, string[]>();
  /** By ref. */
  readonly emails = new Map<string, string>();
  /** What entities are annotated with, by ref. */
  readonly annotations = new Map<string, Record<string, string>>();
  owners = ['group:default/shop'];
  down = false;
  /** Called before each answer: how long the catalog takes decides who is first. */
  pause: () => Promise<void> = async () => {};

  static create(people: Record<string, string[]>): FakeDirectory {
    return new FakeDirectory(people);
  }

  private constructor(people: Record<string, string[]>) {
    for (const [name, groups] of Object.entries(people)) {
      this.people.set(
        `user:default/${name}`,
        groups.map(group => `group:default/${group}`),
      );
    }
  }

  async membersOf(groups: readonly string[]): Promise<string[]> {
    if (this.down) {
      throw new Error('The catalog is away');
    }
    return [...this.people]
      .filter(([, own]) => own.some(group => groups.includes(group)))
      .map(([ref]) => ref);
  }

  async read(asked: { users: readonly string[] }): Promise<DirectoryFacts> {
    await this.pause();
    if (this.down) {
      throw new Error('The catalog is away');
    }
    const known = new Map(
      asked.users.map(ref => [ref, this.people.get(ref)] as const),
    );
    return {
      owners: this.owners,
      ownersOf: () => this.owners,
      groupsOf: ref => known.get(ref) ?? [],
      annotationOf: (ref, name) => this.annotations.get(ref)?.[name],
      person: ref =>
        known.has(ref)
          ? {
              ref,
              exists: known.get(ref) !== undefined,
              groups: known.get(ref) ?? [],
              ...(this.emails.has(ref) && { email: this.emails.get(ref) }),
            }
          : undefined,
    };
  }
}
