import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Where a kubeconfig goes: where it was asked for, or a folder of its own under the temporary directory. */
export async function kubeconfigFile(
  given: string | undefined,
): Promise<string> {
  if (given) {
    return path.resolve(given);
  }
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'fairway-simulator-'));
  return path.join(folder, 'kubeconfig');
}
