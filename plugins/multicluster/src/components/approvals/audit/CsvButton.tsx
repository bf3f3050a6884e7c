import { useApi } from '@backstage/core-plugin-api';
import { approvalsApiRef } from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { saveCsv } from './saveCsv';

/** Saves the report that is on screen, whole, as a file; says so when that fails. @internal */
export function CsvButton(props: {
  /** Undefined: there is nothing to save. */
  request: Parameters<typeof saveCsv>[0]['request'] | undefined;
}) {
  const { request } = props;
  const classes = useApprovalStyles();
  const t = useApprovalText();
  const approvals = useApi(approvalsApiRef);
  const [failed, setFailed] = useState<string>();
  const save = async () => {
    if (request) {
      setFailed(undefined);
      await saveCsv({ approvals, request }).catch((error: Error) =>
        setFailed(error.message),
      );
    }
  };
  return (
    <>
      {failed !== undefined && (
        <span role="alert">{t('report.csvFailed', { reason: failed })}</span>
      )}
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        disabled={!request}
        onClick={save}
      >
        {t('report.csv')}
      </Button>
    </>
  );
}
