import { EnvironmentField } from '../parts/EnvironmentField';
import { LabelledField } from '../parts/LabelledField';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';

/** What the report is about. Days as `YYYY-MM-DD`. @internal */
export interface ReportChoice {
  /** Empty: all. */
  environment: string;
  from: string;
  to: string;
}

/** Chooses environment and period. @internal */
export function ReportControls(props: {
  choice: ReportChoice;
  onChange(choice: ReportChoice): void;
}) {
  const { choice, onChange } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const day = (name: 'from' | 'to') => (
    <LabelledField
      size="small"
      type="date"
      label={t(`report.${name}`)}
      InputLabelProps={{ shrink: true, className: classes.nowrap }}
      value={choice[name]}
      onChange={event => onChange({ ...choice, [name]: event.target.value })}
    />
  );
  return (
    <div className={classes.controls}>
      <EnvironmentField
        size="small"
        late
        value={choice.environment}
        onChange={environment => onChange({ ...choice, environment })}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}
