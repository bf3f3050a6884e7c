import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { InputError } from '@backstage/errors';

/** How often a file is looked at. */
const LOOK_EVERY_MS = 1000;
/** How long a file may be missing, or hold too little, before nothing equals it any more. */
const REPLACED_WITHIN_MS = 5000;
/** A shorter one could be guessed. */
const LEAST_LETTERS = 16;

/** A secret by which agents are known, from the configuration or from a file that is read again when it changes, and with which it ends. */
export class GateSecret {
  /** @throws InputError when it is too short; without the value */
  static ofValue(value: string, key: string): GateSecret {
    return new GateSecret(digestOf(value, key));
  }

  /** @throws InputError when the file cannot be read or holds too little; without its path */
  static ofFile(file: string, key: string): GateSecret {
    return new GateSecret(digestOfFile(file, key), { path: file, key });
  }

  readonly #file?: { path: string; key: string };
  #digest: Buffer;
  #print: string;
  #lookedAt = performance.now();
  /** When the file last held what is compared with. */
  #seenAt = this.#lookedAt;

  private constructor(digest: Buffer, file?: { path: string; key: string }) {
    this.#digest = digest;
    this.#file = file;
    this.#print = file ? fingerprint(file.path) : '';
  }

  /** In a time that tells nothing of how much of it is right. */
  equals(given: string): boolean {
    return timingSafeEqual(sha256(given), this.#current());
  }

  #current(): Buffer {
    const file = this.#file;
    if (!file || performance.now() - this.#lookedAt < LOOK_EVERY_MS) {
      return this.#digest;
    }
    this.#lookedAt = performance.now();
    const print = fingerprint(file.path);
    try {
      if (print !== this.#print) {
        this.#digest = digestOfFile(file.path, file.key);
        this.#print = print;
      }
      this.#seenAt = this.#lookedAt;
    } catch {
      // In the middle of being replaced: what was read last stays for a moment, and no longer, because to take a secret away is how
      // somebody revokes it. Who asks for the first time in a while then is refused, and asks again.
      if (this.#lookedAt - this.#seenAt >= REPLACED_WITHIN_MS) {
        this.#digest = randomBytes(32);
        this.#print = '';
      }
    }
    return this.#digest;
  }
}

function digestOfFile(file: string, key: string): Buffer {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${key}: the file cannot be read (${code})`);
  }
  return digestOf(text.trim(), key);
}

function digestOf(value: string, key: string): Buffer {
  if (value.length < LEAST_LETTERS) {
    throw new InputError(`${key}: has fewer than ${LEAST_LETTERS} letters`);
  }
  return sha256(value);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Changes whenever a file is replaced or written. Follows links, as mounted secrets are replaced by moving one. */
function fingerprint(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : 'absent';
}
