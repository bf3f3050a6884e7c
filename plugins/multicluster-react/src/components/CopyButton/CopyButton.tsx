import Button from '@material-ui/core/Button';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useText } from '../../translation/useText';

/** Props of {@link CopyButton}. @public */
export interface CopyButtonProps {
  text: string;
}

/**
 * Copies a text, and says so.
 *
 * @public
 */
export function CopyButton(props: CopyButtonProps) {
  const { text } = props;
  const t = useText();
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      size="small"
      variant="outlined"
      aria-live="polite"
      onClick={() => {
        copy(text);
        setCopied(true);
      }}
    >
      {copied ? t('empty.copied') : t('empty.copy')}
    </Button>
  );
}
