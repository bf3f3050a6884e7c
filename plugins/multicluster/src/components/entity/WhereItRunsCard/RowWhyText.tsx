import { ClusterRow } from '../model/ClusterRow';
import { useRowWhy } from './useRowWhy';

/** Props of {@link RowWhyText}. @internal */
export interface RowWhyTextProps {
  row: ClusterRow;
  /** The row stands for many, so what is said must be true of each. */
  alike?: boolean;
}

/** A few words behind the state of a row, the whole reason on hover. @internal */
export function RowWhyText(props: RowWhyTextProps) {
  const { row, alike } = props;
  const { why, title } = useRowWhy(row, { alike });
  return <span title={title}>{why}</span>;
}
