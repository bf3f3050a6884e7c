import { access, appendFile, open, readFile } from 'node:fs/promises';
import { sha256Hex } from '../rules/digest/sha256Hex';
import { Checkpoint } from './Checkpoint';
import { CheckpointKey } from './CheckpointKey';
import { AuditFinding } from './AuditVerdict';
import { parseCheckpoint } from './parseCheckpoint';
import { readCheckpointLine } from './readCheckpointLine';

/**
 * The file of checkpoints: lines of JSON, appended and never written again. It belongs on a place outside of the database that
 * whoever may write to the database cannot write to.
 */
export class CheckpointFile {
  readonly #path: string;

  static at(path: string): CheckpointFile {
    return new CheckpointFile(path);
  }

  private constructor(path: string) {
    this.#path = path;
  }

  /** Whether there is a file at all: what was never written and what was taken away are not the same. */
  async exists(): Promise<boolean> {
    return access(this.#path).then(
      () => true,
      () => false,
    );
  }

  /** Lines as they are; none where there is no file yet. */
  async lines(): Promise<string[]> {
    try {
      const text = await readFile(this.#path, 'utf8');
      return text.split('\n').filter(line => line.trim() !== '');
    } catch (error) {
      if (isMissing(error)) {
        return [];
      }
      throw error;
    }
  }

  /** Resolves when it is on the disk: what the database knows of as signed must not be lost by a crash of the machine. */
  async append(checkpoint: Checkpoint): Promise<void> {
    await appendFile(this.#path, `${JSON.stringify(checkpoint)}\n`, {
      mode: 0o640,
    });
    const handle = await open(this.#path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Checkpoints that hold, and what is wrong with the other lines. A line that was taken out of the middle breaks the next. */
  async read(
    keys: readonly CheckpointKey[],
  ): Promise<{ checkpoints: Checkpoint[]; findings: AuditFinding[] }> {
    const checkpoints: Checkpoint[] = [];
    const findings: AuditFinding[] = [];
    let before = '';
    for (const [index, line] of (await this.lines()).entries()) {
      const seq = (checkpoints.at(-1)?.seq ?? 0) + 1;
      const read = readCheckpointLine(line, keys);
      const problem =
        typeof read === 'string'
          ? read
          : problemInOrder(read, before, checkpoints.at(-1));
      if (typeof read !== 'string' && !problem) {
        checkpoints.push(read);
      } else {
        findings.push({
          kind: 'checkpoint-forged',
          seq,
          text: `Line ${index + 1} of the file of checkpoints ${problem}`,
        });
      }
      before = line;
    }
    return { checkpoints, findings };
  }

  /** The last line, whoever signed it; undefined: there is none, or it is no checkpoint. */
  async last(): Promise<Checkpoint | undefined> {
    const line = (await this.lines()).at(-1);
    return line === undefined ? undefined : parseCheckpoint(line);
  }

  /** `Checkpoint.previous` of what is appended next. */
  async previous(): Promise<string> {
    const last = (await this.lines()).at(-1);
    return last === undefined ? '' : sha256Hex(last);
  }
}

function problemInOrder(
  checkpoint: Checkpoint,
  before: string,
  last: Checkpoint | undefined,
): string | undefined {
  if (checkpoint.previous !== (before === '' ? '' : sha256Hex(before))) {
    return 'was written behind another line than the one that stands before it';
  }
  return last && checkpoint.seq <= last.seq
    ? 'goes back behind the one before it'
    : undefined;
}

function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ENOENT'
  );
}
