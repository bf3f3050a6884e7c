import { RpcError } from './RpcError';

/** The row of that id, or NotFound; a row of another project ends in what the service says to that. */
export function found<T extends { project_id: string }>(
  rows: ReadonlyMap<string, T>,
  id: string,
  what: { name: string; projectId: string; foreign: RpcError },
): T {
  const row = rows.get(id);
  if (!row) {
    throw new RpcError(5, `${what.name} is not found`);
  }
  if (row.project_id !== what.projectId) {
    throw what.foreign;
  }
  return row;
}
