import { namesInParts } from './namesInParts';

describe('namesInParts', () => {
  it('keeps every name, in order, in parts that fit into an address', () => {
    const names = Array.from(
      { length: 500 },
      (_, index) => `component:default/part-${index}`,
    );
    const parts = namesInParts(names) as string[][];
    expect(parts.flat()).toEqual(names);
    for (const part of parts) {
      const query = part.map(name => `entityRefs=${encodeURIComponent(name)}`);
      expect(query.join('&').length).toBeLessThan(4_000);
      expect(part.length).toBeLessThanOrEqual(200);
    }
  });

  it('gives a name that is too long by itself a part of its own', () => {
    const long = 'x'.repeat(5_000);
    expect(namesInParts(['a', long, 'b'])).toEqual([['a'], [long], ['b']]);
  });

  it('is one part without names where nothing is named', () => {
    expect(namesInParts(undefined)).toEqual([undefined]);
    expect(namesInParts([])).toEqual([[]]);
  });
});
