import { LogBuffer } from './LogBuffer';

describe('LogBuffer', () => {
  it('keeps the last lines only, numbers them over the whole log and counts what it let go', () => {
    const buffer = new LogBuffer(10);
    for (let line = 0; line < 25; line++) {
      buffer.push({ text: `line ${line}` });
    }
    const { lines, dropped } = buffer.take();
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatchObject({ number: 15, text: 'line 15' });
    expect(dropped).toBe(15);
  });

  it('says whether anything came since it was read', () => {
    const buffer = new LogBuffer();
    expect(buffer.changed).toBe(false);
    buffer.push({ text: 'a' });
    expect(buffer.changed).toBe(true);
    buffer.take();
    expect(buffer.changed).toBe(false);
  });
});
