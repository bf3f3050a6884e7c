/** What people call an entity: without its kind, and without the namespace that everything is in. Another namespace tells namesakes apart. */
export function nameOfRef(ref: string): string {
  return ref.replace(/^\w+:(default\/)?/, '');
}
