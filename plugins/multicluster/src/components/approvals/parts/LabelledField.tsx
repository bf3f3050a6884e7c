import TextField, { TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** A field whose label belongs to it: without an id, those who do not see it are not told what it is for. @internal */
export function LabelledField(props: TextFieldProps) {
  return <TextField id={useId()} {...props} />;
}
