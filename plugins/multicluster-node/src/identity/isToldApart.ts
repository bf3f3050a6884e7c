/** Whether a template gives entities of different namespaces different names. @internal */
export function isToldApart(
  template: string,
  entity: { namespace: string },
  namespace: string,
): boolean {
  return (
    !template.includes('{name}') ||
    /\{(namespace|ref)\}/.test(template) ||
    entity.namespace.toLocaleLowerCase('en-US') === namespace
  );
}
