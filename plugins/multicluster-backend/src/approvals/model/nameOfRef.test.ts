import { nameOfRef } from './nameOfRef';

describe('nameOfRef', () => {
  it.each([
    ['user:default/eve', 'eve'],
    ['user:contractors/eve', 'contractors/eve'],
    ['group:default/default', 'default'],
  ])('calls %s %s', (ref, name) => {
    expect(nameOfRef(ref)).toBe(name);
  });
});
