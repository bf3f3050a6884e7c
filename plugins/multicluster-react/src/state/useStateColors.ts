import { useTheme } from '@material-ui/core/styles';
import { StateColors, stateColors } from './stateColors';

const known = new WeakMap<object, StateColors>();

/**
 * {@link stateColors} of the theme of the app.
 *
 * @public
 */
export function useStateColors(): StateColors {
  const theme = useTheme();
  let colors = known.get(theme);
  if (!colors) {
    colors = stateColors(theme);
    known.set(theme, colors);
  }
  return colors;
}
