import { readFileSync } from 'node:fs';
import { InputError } from '@backstage/errors';

/** Reads a file. Throws an InputError with the key and the reason, without the path. @internal */
export function readCredentialFile(file: string, where: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${where}: the file cannot be read (${code})`);
  }
}
