import { mutateJson, seeded } from './mutateJson';

describe('mutateJson', () => {
  it('leaves what it was given, and makes what can be written, however often', () => {
    const given = { a: [1, { b: [2] }], c: { d: 'e' } };
    const random = seeded(7);
    let last = mutateJson(given, random);
    for (let i = 0; i < 20_000; i += 1) {
      last = mutateJson(i % 10 === 0 ? given : last, random);
      // Throws where something holds itself.
      expect(JSON.stringify(last)).toMatch(/^\{/);
    }
    expect(given).toEqual({ a: [1, { b: [2] }], c: { d: 'e' } });
  });
});
