import { ChainColumns } from './chainColumns';

/**
 * Where an arrow key leads from a box: up and down within its column, left and right along its edges, or to the column
 * beside it where it has none.
 *
 * @internal
 */
export function chainMove(
  chain: ChainColumns,
  id: string,
  key: string,
): string | undefined {
  const column = chain.columns.findIndex(({ boxes }) =>
    boxes.some(box => box.id === id),
  );
  if (column < 0) {
    return undefined;
  }
  const { boxes } = chain.columns[column];
  const row = boxes.findIndex(box => box.id === id);
  switch (key) {
    case 'ArrowUp':
      return boxes[row - 1]?.id;
    case 'ArrowDown':
      return boxes[row + 1]?.id;
    case 'Home':
      return boxes[0].id;
    case 'End':
      return boxes[boxes.length - 1].id;
    case 'ArrowRight':
      return (
        chain.edges.find(edge => edge.from === id)?.to ??
        chain.columns[column + 1]?.boxes[0].id
      );
    case 'ArrowLeft':
      return (
        chain.edges.find(edge => edge.to === id)?.from ??
        chain.columns[column - 1]?.boxes[0].id
      );
    default:
      return undefined;
  }
}
