import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { credentials } from './access';
import { multiContextKubeconfig } from './multiContextKubeconfig';

/**
 * Writes the kubeconfig of a server, to a folder of its own under the temporary directory when no path is given. Readers
 * that wait for the file never see half of it.
 */
export async function writeKubeconfig(
  server: { url: string; ca: string },
  kubeconfigPath: string | undefined,
): Promise<string> {
  const file =
    kubeconfigPath ??
    path.join(
      await fs.mkdtemp(path.join(os.tmpdir(), 'fairway-simulator-')),
      'kubeconfig',
    );
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(
    `${file}.part`,
    multiContextKubeconfig(server, credentials),
    { mode: 0o600 },
  );
  await fs.rename(`${file}.part`, file);
  return file;
}
