import { FakeDirectory } from '../../__testUtils__/FakeDirectory';
import { Directory } from './DirectoryFacts';
import { KeptDirectory } from './KeptDirectory';

function world() {
  const fake = FakeDirectory.create({ ann: ['shop'], bob: ['cart'] });
  const directory: Directory = {
    membersOf: groups => fake.membersOf(groups),
    read: jest.fn(async asked => ({
      ...(await fake.read(asked)),
      owners: asked.entityRefs.map(ref => `group:of/${ref}`),
      ownersOf: (ref: string) => [`group:of/${ref}`],
    })),
  };
  const time = { now: 0 };
  const kept = KeptDirectory.create({ directory, now: () => time.now });
  return { fake, kept, time, read: jest.mocked(directory.read) };
}

describe('KeptDirectory', () => {
  it('says what the catalog said of people and of the owners of each entity', async () => {
    const { kept } = world();
    const facts = await kept.read({
      users: ['user:default/ANN', 'user:default/nobody'],
      entityRefs: ['component:default/a', 'component:default/b'],
    });
    expect(facts.groupsOf('user:default/ann')).toEqual(['group:default/shop']);
    expect(facts.person('user:default/nobody')?.exists).toBe(false);
    expect(facts.person('user:default/bob')).toBeUndefined();
    expect(facts.ownersOf('component:default/b')).toEqual([
      'group:of/component:default/b',
    ]);
    expect(facts.owners).toEqual([
      'group:of/component:default/a',
      'group:of/component:default/b',
    ]);
  });

  it('asks once of what many ask at once, and not again for twenty seconds', async () => {
    const { fake, kept, time, read } = world();
    const ask = () =>
      Promise.all(
        ['a', 'b', 'c', 'a'].map(name =>
          kept.read({ users: [], entityRefs: [name] }),
        ),
      );
    await ask();
    await ask();
    await kept.read({ users: ['user:default/ann'], entityRefs: ['b'] });
    await kept.read({ users: ['user:default/ann'], entityRefs: ['c'] });
    expect(read.mock.calls).toEqual([
      [{ users: [], entityRefs: ['a', 'b', 'c'] }],
      [{ users: ['user:default/ann'], entityRefs: [] }],
    ]);

    fake.people.set('user:default/ann', ['group:default/other']);
    time.now = 20_000;
    const facts = await kept.read({
      users: ['user:default/ann'],
      entityRefs: [],
    });
    expect(facts.groupsOf('user:default/ann')).toEqual(['group:default/other']);
  });

  it('keeps no answer of a catalog that is away', async () => {
    const { fake, kept } = world();
    const ask = () =>
      kept.read({ users: ['user:default/ann'], entityRefs: [] });
    fake.down = true;
    await expect(ask()).rejects.toThrow('away');
    fake.down = false;
    expect((await ask()).person('user:default/ann')?.exists).toBe(true);
  });
});
