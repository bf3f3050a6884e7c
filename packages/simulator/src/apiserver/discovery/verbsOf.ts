const WHOLE = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** Verbs of a kind, or of one of its subresources. */
export function verbsOf(subresource?: string): string[] {
  switch (subresource) {
    case undefined:
      // Collections cannot be deleted here: nothing of ours or of the documents does it.
      return WHOLE.filter(verb => verb !== 'deletecollection');
    case 'log':
      return ['get'];
    case 'proxy':
      return ['create', 'delete', 'get', 'patch', 'update'];
    default:
      return ['get', 'patch', 'update'];
  }
}
