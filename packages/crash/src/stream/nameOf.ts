/** How a person is called in the logs. @param ref - of the user, as the portal has it */
export function nameOf(ref: string): string {
  return ref.replace(/^user:default\//, '');
}
