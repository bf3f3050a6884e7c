import { useTheme } from '@material-ui/core/styles';
import { StateShape, StateTone, useStateColors } from '../../state';
import { shapes } from './shapes';

/** Props of {@link StateIcon}. @public */
export interface StateIconProps {
  shape: StateShape;
  tone: StateTone;
  /** Pixels; 18 unless told. */
  size?: number;
  /** Says the state to those who do not see it; leave it out where a word stands beside the icon. */
  label?: string;
}

/**
 * The shape of a state, in its colour. Shapes differ without colour.
 *
 * @public
 */
export function StateIcon(props: StateIconProps) {
  const { shape, tone, size = 18, label } = props;
  const paper = useTheme().palette.background.paper;
  const colors = useStateColors();
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      style={{ display: 'block', flex: 'none' }}
      data-shape={shape}
      focusable="false"
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {shapes[shape].map(({ d, width, cut, dash }) => {
        const color = cut ? paper : colors[tone].text;
        return (
          <path
            key={d}
            d={d}
            fill={width ? 'none' : color}
            stroke={width ? color : undefined}
            strokeWidth={width}
            strokeDasharray={dash && '3 2.4'}
          />
        );
      })}
    </svg>
  );
}
