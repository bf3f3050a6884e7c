import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateSecret } from './GateSecret';

const FIRST = 'the-first-of-secrets';
const SECOND = 'another-one-of-them';

describe('GateSecret', () => {
  let folder: string;
  let file: string;
  let elapsed: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gate-'));
    file = join(folder, 'secret');
    writeFileSync(file, `${FIRST}\n`);
    elapsed = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => elapsed);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('equals what stands in the file, and another once that is replaced', () => {
    const secret = GateSecret.ofFile(file, 'gates.0');
    expect(secret.equals(FIRST)).toBe(true);
    writeFileSync(file, `${SECOND} `);
    elapsed += 1000;
    expect(secret.equals(FIRST)).toBe(false);
    expect(secret.equals(SECOND)).toBe(true);
  });

  it.each([
    ['is taken away', () => rmSync(file)],
    ['is emptied', () => writeFileSync(file, '')],
  ])(
    'equals nothing any more when the file %s, after the moment that replacing it takes',
    (_, revoke) => {
      const secret = GateSecret.ofFile(file, 'gates.0');
      revoke();
      elapsed += 1000;
      expect(secret.equals(FIRST)).toBe(true);
      elapsed += 4000;
      expect(secret.equals(FIRST)).toBe(false);
      expect(secret.equals('')).toBe(false);
      writeFileSync(file, FIRST);
      elapsed += 1000;
      expect(secret.equals(FIRST)).toBe(true);
    },
  );

  it('gives who asks for the first time in hours no moment more with a secret that was taken away', () => {
    const secret = GateSecret.ofFile(file, 'gates.0');
    rmSync(file);
    elapsed += 3600_000;
    expect(secret.equals(FIRST)).toBe(false);
  });

  it('tells neither the value nor the path when it cannot be used', () => {
    writeFileSync(file, 'short');
    expect(() => GateSecret.ofFile(file, 'gates.0')).toThrow(
      'gates.0: has fewer than 16 letters',
    );
    rmSync(file);
    expect(() => GateSecret.ofFile(file, 'gates.0')).toThrow(
      'gates.0: the file cannot be read (ENOENT)',
    );
  });
});
