import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { FormEvent, ReactNode, useId } from 'react';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { focusWhen } from './focusWhen';

/** Props of {@link ActDialog}. @internal */
export interface ActDialogProps {
  title: string;
  /** What the button that does it says. */
  act: string;
  /** True: it is on its way. */
  busy: boolean;
  disabled?: boolean;
  danger?: boolean;
  /** True: Enter does it at once; for what needs nothing said beside. */
  ready?: boolean;
  onAct(): void;
  onClose(): void;
  children: ReactNode;
}

/** Asks what goes with something, and does it. A form: Enter in a one-line field does it too. @internal */
export function ActDialog(props: ActDialogProps) {
  const { title, act, busy, disabled, danger, ready, onAct, onClose } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !disabled) {
      onAct();
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id} className={classes.whole}>
          {title}
        </DialogTitle>
        <DialogContent className={classes.dialog}>
          {props.children}
        </DialogContent>
        <DialogActions>
          <Button className={classes.button} onClick={onClose}>
            {t('vote.cancel')}
          </Button>
          <Button
            type="submit"
            className={classes.button}
            ref={focusWhen(ready ?? false)}
            // A ripple of the focus is drawn before there is anything to draw it on, and throws.
            disableFocusRipple={ready}
            color={danger ? 'secondary' : 'primary'}
            variant="contained"
            disableElevation
            disabled={busy || disabled}
          >
            {busy ? t('vote.sending') : act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
