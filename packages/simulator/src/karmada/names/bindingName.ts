/** The name of the binding of a template. Group and version are not in it, so two kinds of one name collide, as they do in life. */
export function bindingName(kind: string, name: string): string {
  return `${name.replaceAll(':', '.')}-${kind}`.toLowerCase();
}
