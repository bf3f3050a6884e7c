import type { Metadata } from '@grpc/grpc-js';
import type { ApiKey, ControlPlane } from '../controlplane/ControlPlane';
import { RpcError } from './RpcError';

/** Which key calls the API service. */
export function apiKey(
  metadata: Metadata,
  { keys }: ControlPlane,
  needs: 'read' | 'write',
): ApiKey {
  const [first] = metadata.get('authorization');
  if (first === undefined) {
    throw new RpcError(16, 'missing credentials in authorization');
  }
  const parts = String(first).split(' ');
  if (parts.length !== 2 || parts[0] !== 'API-KEY' || !parts[1]) {
    throw new RpcError(16, 'credentials is malformed');
  }
  const [id, secret] = parts[1].split('.');
  const key = keys.get(id);
  if (!key || key.secret !== secret) {
    throw new RpcError(16, 'Unauthenticated');
  }
  if (needs === 'write' && !key.readWrite) {
    throw new RpcError(7, 'Permission denied');
  }
  return key;
}
