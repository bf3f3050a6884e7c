import { nativeIdsAt } from './nativeIdsAt';

const ann = {
  ref: 'user:default/ann',
  groups: ['group:default/shop'],
  email: 'ann@example.com',
};
const rules = [
  { match: 'annie', user: 'user:default/ann' },
  { match: 'bot-*', user: 'user:default/ann' },
  { match: 'bob', user: 'user:default/bob' },
];

describe('nativeIdsAt', () => {
  it('takes the name that a source sends decisions in, and no other, for as whom it sees somebody', () => {
    const nameOf = jest.fn(() => 'ann@pipecd');
    expect(nativeIdsAt({ nameOf }, rules, ann)).toEqual(['ann@pipecd']);
    expect(nameOf).toHaveBeenCalledWith({
      userEntityRef: 'user:default/ann',
      ownershipEntityRefs: ['user:default/ann', 'group:default/shop'],
      email: 'ann@example.com',
    });
  });

  it('knows nobody whom the source would see as nobody, whatever else they are called', () => {
    expect(nativeIdsAt({ nameOf: () => undefined }, rules, ann)).toEqual([]);
  });

  it.each([
    ['a source that tells no names', {}],
    ['a source that is not known', undefined],
  ])('goes by the configuration for %s', (_, gates) => {
    expect(nativeIdsAt(gates, rules, ann)).toEqual(['annie']);
  });
});
