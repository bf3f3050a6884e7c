import { Person } from '../engine/directory/DirectoryFacts';
import { ViewerReader } from './ViewerReader';

const ANN: Person = {
  ref: 'user:default/ann',
  exists: true,
  groups: ['group:default/shop'],
};

function reader(read: () => Promise<Person | undefined>) {
  return ViewerReader.create({
    people: { read },
    nativeIds: (_, { ref }) => [ref],
    guestCounts: false,
    sight: { unreadable: async () => new Set<string>() },
  });
}

const by = { userEntityRef: ANN.ref };

describe('ViewerReader', () => {
  it('takes a person as who acted was just read, and asks nobody again', async () => {
    const read = jest.fn();
    const facts = await reader(read).read({ by, person: ANN });
    expect(facts.person).toBe(ANN);
    expect(facts.nativeIds('tool')).toEqual([ANN.ref]);
    expect(read).not.toHaveBeenCalled();
  });

  it('knows nobody while the catalog is away, and says so of nobody else', async () => {
    const facts = await reader(async () => {
      throw new Error('The catalog is away');
    }).read({ by });
    expect(facts.person).toBeUndefined();
    expect(facts.nativeIds('tool')).toEqual([]);
  });
});
