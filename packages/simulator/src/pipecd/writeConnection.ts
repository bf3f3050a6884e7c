import fs from 'node:fs/promises';
import path from 'node:path';
import type { Pipecd } from './startPipecd';

/** What somebody needs to know to connect: addresses as JSON, and a file of its own for each secret. */
export interface Connection {
  apiAddress: string;
  webAddress: string;
  url: string;
  project: string;
  apiKeyFile: string;
  signingKeyFile: string;
  /** With what pipeds sign their webhooks. */
  hookSecretFile: string;
  /** What scripts of pipeds show when they ask a gate of the portal. */
  gateSecretFile: string;
  staticAdmin: { username: string; password: string };
}

/** Writes how to connect into a folder: `connection.json`, last, and the files that it names. */
export async function writeConnection(
  pipecd: Pipecd,
  secrets: { hook: string; gate: string },
  folder: string,
): Promise<Connection> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const connection: Connection = {
    apiAddress: pipecd.apiAddress,
    webAddress: pipecd.webAddress,
    url: pipecd.url,
    project: 'demo',
    apiKeyFile: path.join(folder, 'api-key'),
    signingKeyFile: path.join(folder, 'signing-key'),
    hookSecretFile: path.join(folder, 'hook-secret'),
    gateSecretFile: path.join(folder, 'gate-secret'),
    staticAdmin: pipecd.staticAdmin,
  };
  const secret = { mode: 0o600 };
  await fs.writeFile(connection.apiKeyFile, pipecd.keys.readWrite, secret);
  await fs.writeFile(
    connection.signingKeyFile,
    pipecd.world.signingKey,
    secret,
  );
  await fs.writeFile(connection.hookSecretFile, secrets.hook, secret);
  await fs.writeFile(connection.gateSecretFile, secrets.gate, secret);
  await fs.writeFile(
    path.join(folder, 'connection.json'),
    `${JSON.stringify(connection, null, 2)}\n`,
    secret,
  );
  return connection;
}
