/**
 * Names that PipeCD joins with commas (`Approvers` without a blank, `ApprovedBy` with one), each once. A gate without approvers
 * carries an empty text, which is no approver named "".
 *
 * @internal
 */
export function splitNames(joined: string | undefined): string[] {
  const names = (joined ?? '').split(',').map(name => name.trim());
  return [...new Set(names.filter(name => name !== ''))];
}
