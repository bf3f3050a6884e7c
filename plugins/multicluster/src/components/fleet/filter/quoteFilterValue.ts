/** A value as it must be written in a filter to mean exactly itself. */
export function quoteFilterValue(value: string): string {
  if (value !== '' && !/[\s",*?\\:]/.test(value) && !/^[!-]/.test(value)) {
    return value;
  }
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
