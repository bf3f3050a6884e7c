import { ChainColumns } from './chainColumns';

/** Where a box is, in pixels from the top left. @internal */
export interface PlacedBox {
  id: string;
  column: number;
  x: number;
  y: number;
}

/** The chain, laid out. @internal */
export interface ChainLayout {
  width: number;
  height: number;
  boxes: Map<string, PlacedBox>;
  /** Paths of SVG, from the right of one box to the left of another. */
  paths: Array<{ key: string; from: string; to: string; d: string }>;
}

/** Sizes of the chain, in pixels. @internal */
export const CHAIN_SIZES = {
  width: 200,
  height: 64,
  gapX: 32,
  gapY: 8,
} as const;

/**
 * Places the boxes of a chain: columns side by side, each centred. Row and column arithmetic only, so that the same chain
 * always looks the same and a box moves only when one is added.
 *
 * @internal
 */
export function chainLayout(chain: ChainColumns): ChainLayout {
  const { width, height, gapX, gapY } = CHAIN_SIZES;
  const columnHeight = (count: number) => count * (height + gapY) - gapY;
  const total = Math.max(
    0,
    ...chain.columns.map(column => columnHeight(column.boxes.length)),
  );
  const boxes = new Map<string, PlacedBox>();
  chain.columns.forEach(({ boxes: members }, column) => {
    const top = (total - columnHeight(members.length)) / 2;
    members.forEach(({ id }, row) => {
      boxes.set(id, {
        id,
        column,
        x: column * (width + gapX),
        y: top + row * (height + gapY),
      });
    });
  });
  const paths = chain.edges.flatMap(({ from, to }) => {
    const a = boxes.get(from);
    const b = boxes.get(to);
    return a && b ? [{ key: `${from}>${to}`, from, to, d: pathOf(a, b) }] : [];
  });
  const columns = chain.columns.length;
  return {
    width: Math.max(0, columns * (width + gapX) - gapX),
    height: total,
    boxes,
    paths,
  };
}

function pathOf(a: PlacedBox, b: PlacedBox): string {
  const { width, height } = CHAIN_SIZES;
  const [x1, y1] = [a.x + width, a.y + height / 2];
  const [x2, y2] = [b.x, b.y + height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
