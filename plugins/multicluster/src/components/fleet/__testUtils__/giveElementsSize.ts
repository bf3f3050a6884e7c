/**
 * Gives elements a size, because jsdom lays nothing out and a virtual table without a height renders no rows.
 *
 * @returns what to call to take it away again
 */
export function giveElementsSize(width: number, height: number): () => void {
  const width_ = jest
    .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
    .mockReturnValue(width);
  const height_ = jest
    .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
    .mockReturnValue(height);
  return () => {
    width_.mockRestore();
    height_.mockRestore();
  };
}
