import fs from 'node:fs/promises';
import path from 'node:path';
import { credentials } from './access';
import { multiContextKubeconfig } from './multiContextKubeconfig';

/** Writes the kubeconfig of a server. Readers that wait for the file never see half of it. */
export async function writeKubeconfig(
  server: { url: string; ca: string },
  file: string,
): Promise<string> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(
    `${file}.part`,
    multiContextKubeconfig(server, credentials),
    { mode: 0o600 },
  );
  await fs.rename(`${file}.part`, file);
  return file;
}
