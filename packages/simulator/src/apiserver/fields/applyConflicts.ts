import { StatusError } from '../StatusError';
import { Manager } from './managedFields';

interface Conflict {
  manager: Manager;
  path: string[];
}

/** `.spec.template.spec.containers[name="app"].image` */
function dotted(path: readonly string[]): string {
  return path
    .map(element => {
      if (element.startsWith('f:')) {
        return `.${element.slice(2)}`;
      }
      if (element.startsWith('v:')) {
        return `[=${element.slice(2)}]`;
      }
      const keys = Object.entries(JSON.parse(element.slice(2)));
      return `[${keys
        .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
        .join(',')}]`;
    })
    .join('');
}

function described({ manager }: Conflict): string {
  const { operation, subresource, apiVersion } = manager;
  const name = JSON.stringify(manager.manager);
  const where = subresource ? ` with subresource "${subresource}"` : '';
  const how = operation === 'Update' ? ` using ${apiVersion}` : '';
  return `${name}${where}${how}`;
}

function message(conflicts: Conflict[]): string {
  if (conflicts.length === 1) {
    return `conflict with ${described(conflicts[0])}: ${dotted(
      conflicts[0].path,
    )}`;
  }
  const holders = [...new Set(conflicts.map(described))].sort();
  return holders
    .map(holder => {
      const paths = conflicts
        .filter(conflict => described(conflict) === holder)
        .map(({ path }) => `- ${dotted(path)}`);
      return `conflicts with ${holder}:\n${paths.join('\n')}`;
    })
    .join('\n');
}

/** The 409 for an apply that would change what others hold. */
export function applyConflicts(conflicts: Conflict[]): StatusError {
  const count = `${conflicts.length} conflict${
    conflicts.length > 1 ? 's' : ''
  }`;
  return new StatusError(
    409,
    'Conflict',
    `Apply failed with ${count}: ${message(conflicts)}`,
    {
      causes: conflicts.map(conflict => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${described(conflict)}`,
        field: dotted(conflict.path),
      })),
    },
  );
}
