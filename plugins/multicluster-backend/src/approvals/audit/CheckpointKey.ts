import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { canonicalJson } from '../rules/digest/canonicalJson';
import { Checkpoint } from './Checkpoint';

/** What of a checkpoint is signed. */
type Signed = Omit<Checkpoint, 'signature' | 'key'>;

/** An Ed25519 key by which checkpoints are signed, or only checked where it is the public half. */
export class CheckpointKey {
  readonly #public: KeyObject;
  readonly #private?: KeyObject;
  /** Hex SHA-256 of the public half (DER). */
  readonly id: string;

  /** Reads a PEM file of either half. Throws an InputError that says nothing of what is in the file. */
  static async read(file: string): Promise<CheckpointKey> {
    let pem;
    try {
      pem = await readFile(file, 'utf8');
    } catch (error) {
      throw new InputError(`The key ${file} cannot be read`, error);
    }
    return CheckpointKey.ofPem(pem, file);
  }

  static ofPem(pem: string, name = 'given'): CheckpointKey {
    try {
      const isPublic = pem.includes('PUBLIC KEY');
      const secret = isPublic ? undefined : createPrivateKey(pem);
      const open = createPublicKey(pem);
      if (open.asymmetricKeyType === 'ed25519') {
        return new CheckpointKey(open, secret);
      }
    } catch {
      // Said below, without a word of what the file holds.
    }
    throw new InputError(`The key ${name} is no Ed25519 key in PEM`);
  }

  private constructor(open: KeyObject, secret: KeyObject | undefined) {
    this.#public = open;
    this.#private = secret;
    this.id = createHash('sha256')
      .update(open.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  }

  /** Throws an InputError where only the public half is known. */
  sign(body: Signed): Checkpoint {
    if (!this.#private) {
      throw new InputError('A public key signs nothing');
    }
    const text = this.#textOf(body);
    const signature = sign(null, Buffer.from(text), this.#private);
    return { ...body, key: this.id, signature: signature.toString('base64') };
  }

  holds({ signature, ...body }: Checkpoint): boolean {
    return verify(
      null,
      Buffer.from(this.#textOf(body)),
      this.#public,
      Buffer.from(signature, 'base64'),
    );
  }

  #textOf({ v, seq, hash, at, previous }: Signed): string {
    return canonicalJson({ v, seq, hash, at, previous, key: this.id });
  }
}
