import { readFilter } from './readFilter';

describe('readFilter', () => {
  it('reads as many values as a database takes', () => {
    const [{ values }] = readFilter(`name:${'a,'.repeat(100)}`);
    expect(values).toHaveLength(100);
  });

  it('refuses more values than that by saying so, instead of failing in the database', () => {
    const tooMany = Array(101).fill('a').join(' ');
    expect(() => readFilter(tooMany)).toThrow('names 101 values');
  });

  it('names a field that only every JavaScript object has', () => {
    expect(() => readFilter('constructor:x')).toThrow(
      "Cannot read 'constructor:x': unknown-field",
    );
  });
});
