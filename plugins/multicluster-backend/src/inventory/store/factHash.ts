import { hash } from 'node:crypto';

/** Hash of a fact's JSON. Equal facts are never written twice: this is what tells. */
export function factHash(json: string): string {
  return hash('sha256', json, 'base64').slice(0, 27);
}
