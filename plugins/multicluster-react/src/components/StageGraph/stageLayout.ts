import { Stage } from '@fairway/backstage-plugin-multicluster-common';

/** What the layout looks at of a stage. @internal */
export type GraphStage = Pick<Stage, 'id' | 'requires' | 'parentId'>;

/** Stages, laid out; pixels from the top left. @internal */
export interface StageLayout {
  width: number;
  height: number;
  boxes: Array<{ id: string; column: number; x: number; y: number }>;
  /** Paths of SVG, from the right of one box to the left of another. */
  paths: Array<{ key: string; d: string }>;
}

/** Sizes of the graph, in pixels. @internal */
export const STAGE_SIZES = {
  width: 208,
  height: 52,
  gapX: 28,
  gapY: 10,
} as const;

/**
 * Places stages in columns: behind everything they require, as far to the left as that allows. The order within a column is
 * that of the tool, so that the same run always looks the same. Ids that no stage has are left out; of stages that require
 * each other in a circle the first goes first, and the line that would lead back is not drawn.
 *
 * @internal
 */
export function stageLayout(listed: readonly GraphStage[]): StageLayout {
  const { width, height, gapX, gapY } = STAGE_SIZES;
  const stages = [...new Map(listed.map(stage => [stage.id, stage])).values()];
  const columnOf = columnsOf(stages);
  const columns: GraphStage[][] = [];
  for (const stage of stages) {
    (columns[columnOf.get(stage.id)!] ??= []).push(stage);
  }
  const heightOf = (count: number) => count * (height + gapY) - gapY;
  const total = Math.max(0, ...columns.map(column => heightOf(column.length)));
  const boxes = columns.flatMap((members, column) => {
    const top = (total - heightOf(members.length)) / 2;
    return members.map(({ id }, row) => ({
      id,
      column,
      x: column * (width + gapX),
      y: top + row * (height + gapY),
    }));
  });
  const placed = new Map(boxes.map(box => [box.id, box]));
  const paths = stages.flatMap(stage =>
    before(stage).flatMap(id => {
      const from = placed.get(id);
      const to = placed.get(stage.id)!;
      return from && from.column < to.column
        ? [{ key: `${id}>${stage.id}`, d: pathOf(from, to) }]
        : [];
    }),
  );
  return {
    width: Math.max(0, columns.length * (width + gapX) - gapX),
    height: total,
    boxes,
    paths,
  };
}

/** What has to be left of a stage: what it requires, else the stage it is a part of. */
function before({ requires, parentId }: GraphStage): string[] {
  return requires.length === 0 && parentId !== undefined
    ? [parentId]
    : [...new Set(requires)];
}

function columnsOf(stages: readonly GraphStage[]): Map<string, number> {
  const known = new Set(stages.map(({ id }) => id));
  const columns = new Map<string, number>();
  let left = [...stages];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id));
    const ready = left.filter(stage =>
      before(stage).every(id => !waiting.has(id)),
    );
    // Nothing is ready: they wait for each other in a circle.
    const next = ready.length > 0 ? ready : [left[0]];
    for (const stage of next) {
      const behind = before(stage)
        .filter(id => known.has(id) && columns.has(id))
        .map(id => columns.get(id)! + 1);
      columns.set(stage.id, Math.max(0, ...behind));
    }
    left = left.filter(({ id }) => !columns.has(id));
  }
  return columns;
}

function pathOf(
  a: { x: number; y: number },
  b: { x: number; y: number },
): string {
  const { width, height } = STAGE_SIZES;
  const [x1, y1] = [a.x + width, a.y + height / 2];
  const [x2, y2] = [b.x, b.y + height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
