import { createHash, scrypt } from 'node:crypto';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { canonicalManifest } from './canonicalManifest';
import { canonicalText } from './canonicalText';

/** What a Secret holds. */
const VALUES = ['data', 'stringData'] as const;
/** Secrets whose slow hash is kept; more of them only cost time. */
const KEPT = 2000;

/**
 * Makes digests of manifests.
 *
 * @remarks
 * A digest is shown and stored, and all of a Secret but a short password may be known to who reads it. So values of Secrets
 * enter by a hash that is slow on purpose, which is remembered within the process: of two hundred Secrets that did not change
 * none costs anything the second time. Nothing of a value is kept but hashes.
 *
 * @internal
 */
export class ManifestDigester {
  static create(): ManifestDigester {
    return new ManifestDigester();
  }

  readonly #slow = new Map<string, Promise<string>>();

  private constructor() {}

  /** Hex SHA-256 of what a cluster is sent, and of the same without the number of copies. */
  async digest(
    raw: Record<string, unknown>,
  ): Promise<{ digest: string; digestWithoutReplicas: string }> {
    const { manifest, withoutCopies } = canonicalManifest(
      await this.#hidden(raw),
    );
    return {
      digest: sha256(canonicalText(manifest)),
      digestWithoutReplicas: sha256(canonicalText(withoutCopies)),
    };
  }

  async #hidden(
    raw: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    if (raw.kind !== 'Secret' || raw.apiVersion !== 'v1') {
      return raw;
    }
    const hidden = { ...raw };
    const { namespace, name } = read.record(raw.metadata);
    for (const field of VALUES) {
      if (raw[field] !== undefined) {
        const text = canonicalText(raw[field]);
        hidden[field] = await this.#slowly(`${namespace}/${name}`, text);
      }
    }
    return hidden;
  }

  #slowly(salt: string, text: string): Promise<string> {
    const key = sha256(canonicalText([salt, text]));
    const known = this.#slow.get(key);
    if (known) {
      return known;
    }
    const [oldest] = this.#slow.size >= KEPT ? this.#slow.keys() : [];
    if (oldest !== undefined) {
      this.#slow.delete(oldest);
    }
    const hash = slowHash(salt, text);
    this.#slow.set(key, hash);
    return hash;
  }
}

function slowHash(salt: string, text: string): Promise<string> {
  return new Promise((resolve, reject) =>
    scrypt(text, `fairway-lane/${salt}`, 32, (error, hash) =>
      error ? reject(error) : resolve(hash.toString('hex')),
    ),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
