import { readFileSync, statSync } from 'node:fs';
import { InputError } from '@backstage/errors';

/** How often a file is looked at. */
const LOOK_EVERY_MS = 1000;

/**
 * A secret from the configuration, or from a file that is read again when it changes.
 *
 * @internal
 */
export class SecretText {
  static ofValue(value: string): SecretText {
    return new SecretText(Buffer.from(value, 'utf8'));
  }

  /** @throws InputError when the file cannot be read or is empty; without its path */
  static ofFile(file: string, configKey: string): SecretText {
    const secret = new SecretText(read(file, configKey), file, configKey);
    secret.#fingerprint = fingerprint(file);
    return secret;
  }

  readonly #file?: string;
  readonly #configKey: string;
  #value: Buffer;
  #fingerprint = '';
  #lookedAt = performance.now();

  private constructor(value: Buffer, file?: string, configKey = '') {
    this.#value = value;
    this.#file = file;
    this.#configKey = configKey;
  }

  /** Byte for byte: a line end at the end of the file is part of an encryption key. */
  get bytes(): Buffer {
    if (this.#file && performance.now() - this.#lookedAt > LOOK_EVERY_MS) {
      this.renew();
    }
    return this.#value;
  }

  /** Without blanks around it. */
  get text(): string {
    return this.bytes.toString('utf8').trim();
  }

  /** Looks at the file now, because what was in it was refused. @returns whether it is another secret now */
  renew(): boolean {
    if (!this.#file) {
      return false;
    }
    this.#lookedAt = performance.now();
    const seen = fingerprint(this.#file);
    if (seen === this.#fingerprint) {
      return false;
    }
    try {
      const value = read(this.#file, this.#configKey);
      const changed = !value.equals(this.#value);
      this.#fingerprint = seen;
      this.#value = value;
      return changed;
    } catch {
      // In the middle of being replaced: what was read last stays until the next look.
      return false;
    }
  }
}

function read(file: string, configKey: string): Buffer {
  let value: Buffer;
  try {
    value = readFileSync(file);
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${configKey}: the file cannot be read (${code})`);
  }
  if (value.toString('utf8').trim() === '') {
    throw new InputError(`${configKey}: the file is empty`);
  }
  return value;
}

/** Changes whenever a file is replaced or written. Follows links, as mounted secrets are replaced by moving one. */
function fingerprint(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : 'absent';
}
